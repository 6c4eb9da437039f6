import { CaseAssignedV1, ContactProhibitedV1, RoleGrantedV1, RoleRevokedV1 } from '@fc/contracts';
import { newId, Temporal, type Id } from '@fc/domain-kernel';
import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ally, carer, connect, matchUp, needOf, propose, refusalOf, registering, runMatching, tell } from './program.ts';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

interface Run {
  readonly proposals: readonly { readonly id: string; readonly participantId: string; readonly mentor: { readonly id: string } }[];
  readonly unmatched: readonly { readonly need: { readonly participantId: string } }[];
}
const run = () => runMatching<Run>(king, 'proposals { id participantId mentor { id } } unmatched { need { participantId } }');
/** Whether it found nobody for them, though an ally who speaks their language has a place. */
const foundNobody = ({ unmatched }: Run, who: Actor): boolean => unmatched.some(({ need }) => need.participantId === who.personId);

/** A parent whose language is one test's own, so that the allies of others are none for them. */
async function family(name: string, language: string, childId = newId<'Child'>()) {
  const [parent, caregiver] = [await king.person('PARENT', name, { languages: [language] }), await king.person('CAREGIVER', name)];
  return { parent, caregiver, childId, ...(await connect(king, parent, [caregiver], { childId })) };
}
const known = (sql: string, ...parameters: readonly string[]) => eventually(async () => expect(await king.rows(sql, parameters)).toHaveLength(1));

describe('a run', () => {
  it('S02 proposes nobody who is on the same case in another way, or may have no contact, though no coordinator thinks of it', async () => {
    const [shared, worked, barred] = [await family('SharedChild', 'sm'), await family('Worked', 'to'), await family('Barred', 'fj')];
    const [otherParent, worker, prohibited] = [await ally(king, 'OtherParent', { languages: ['sm'] }), await ally(king, 'Worker', { languages: ['to'] }), await ally(king, 'Prohibited', { languages: ['fj'] })];
    await connect(king, otherParent, [await king.person('CAREGIVER', 'OtherHome')], { childId: shared.childId });
    await king.say(CaseAssignedV1, { assignmentId: newId<'CaseAssignment'>(), childId: worked.childId, personId: worker.personId as Id<'Person'>, role: 'CASA', from: new Date().toISOString() });
    await king.say(ContactProhibitedV1, { prohibitionId: newId<'ContactProhibition'>(), people: [barred.parent.personId, prohibited.personId] as Id<'Person'>[], channels: ['CALL'], from: new Date().toISOString(), to: null });
    await known('select 1 from matching.access_case_member where person_id = $1', worker.personId);
    await known('select 1 from matching.contact_rule where first_person_id in ($1, $2) and second_person_id in ($1, $2)', barred.parent.personId, prohibited.personId);
    await known('select 1 from matching.access_child child join matching.access_party party using (connection_id) where child_id = $1 and person_id = $2', shared.childId, otherParent.personId);
    const first = await run();
    for (const { parent } of [shared, worked, barred]) expect(foundNobody(first, parent)).toBe(true);
    for (const [{ parent }, mentor] of [[shared, otherParent], [worked, worker], [barred, prohibited]] as const) expect(await refusalOf(propose(king, parent.personId, mentor))).toBe('MATCHING.CONFLICT');

    const withChild = await family('WithChild', 'mg');
    const [before, after] = [await ally(king, 'BeforeTheirChild', { languages: ['mg'] }), await ally(king, 'AfterTheirChild', { languages: ['mg'] })];
    const asked = await propose(king, withChild.parent.personId, before);
    for (const mentor of [before, after]) await king.say(ContactProhibitedV1, { prohibitionId: newId<'ContactProhibition'>(), people: [withChild.childId as string, mentor.personId] as Id<'Person'>[], channels: ['IN_PERSON'], from: new Date().toISOString(), to: null });
    await eventually(async () => expect(await withChild.parent.get('{ myProposals { id status } }')).toEqual({ myProposals: [{ id: asked, status: 'WITHDRAWN' }] }));
    await known('select 1 from matching.contact_rule where $1 in (first_person_id, second_person_id)', after.personId);
    for (const mentor of [before, after]) expect(await refusalOf(propose(king, withChild.parent.personId, mentor))).toBe('MATCHING.CONFLICT');

    const free = await ally(king, 'Free', { languages: ['sm', 'to', 'fj'], capacity: 9 });
    const second = await run();
    for (const { parent } of [shared, worked, barred]) expect(second.proposals.find(({ participantId }) => participantId === parent.personId)?.mentor.id).toBe(free.personId);
  });
});

describe('two who would lead together', () => {
  it('R15 S02 are two people who may be in contact: nobody is proposed for both families, and what would bring two together who may not meet is taken back', async () => {
    const { parent, caregiver, householdId } = await family('Leading', 'ki');
    const [one, other] = [await ally(king, 'LeadsOne', { languages: ['ki'] }), await carer(king, 'LeadsOther')];
    await king.say(RoleGrantedV1, { assignmentId: newId<'RoleAssignment'>(), personId: one.personId as Id<'Person'>, role: 'CAREGIVER_MENTOR', from: new Date().toISOString() });
    await eventually(() => coordinator.do(registering, { personId: one.personId, mentorRole: 'CAREGIVER_MENTOR', fosterExperience: 'FORMER', workedWithParents: true, trainedOn: '2024-05-01', languages: ['ki'] }));
    await matchUp(king, parent.personId, parent, one);
    expect(await refusalOf(propose(king, householdId, one))).toBe('MATCHING.CONFLICT');
    expect(await refusalOf(propose(king, householdId, other))).toBe('NONE');
    await king.say(ContactProhibitedV1, { prohibitionId: newId<'ContactProhibition'>(), people: [one.personId, other.personId] as Id<'Person'>[], channels: ['IN_PERSON'], from: new Date().toISOString(), to: null });
    await eventually(async () => expect(await caregiver.get('{ myProposals { status } }')).toEqual({ myProposals: [{ status: 'WITHDRAWN' }] }));
    expect(await refusalOf(propose(king, householdId, other))).toBe('MATCHING.CONFLICT');
  });
});

describe('a child’s family', () => {
  it('S02 is never proposed on the child’s case, on a connection or not, and what they were asked before it was known is taken back', async () => {
    const family = await placeFamily(king, 'Kin');
    await openConnection(king, family);
    await eventually(() => needOf(king, family.parent.personId));
    const { parent, childIds, householdId } = family;
    const [father, aunt, cousin] = [await ally(king, 'Father'), await ally(king, 'Aunt'), await carer(king, 'Cousin')];
    const proposalId = await propose(king, parent.personId, father);
    expect(await refusalOf(propose(king, householdId, cousin))).toBe('NONE');
    await tell(coordinator, 'mutation ($input: AddParentInput!) { addParent(input: $input) { id } }', { childIds, parentId: father.personId });
    for (const relative of [aunt, cousin])
      await coordinator.do('mutation ($input: AddRelativeInput!) { addRelative(input: $input) { id } }', { childIds, givenName: 'Known', familyName: 'Example', kinship: 'AUNT_OR_UNCLE', personId: relative.personId });
    await eventually(async () => expect(await king.rows('select 1 from matching.child_kin where child_id = $1', childIds)).toHaveLength(4));
    expect(await parent.get('{ myProposals { id status } }')).toEqual({ myProposals: [{ id: proposalId, status: 'WITHDRAWN' }] });
    expect(await family.caregiver.get('{ myProposals { status } }')).toEqual({ myProposals: [{ status: 'WITHDRAWN' }] });
    for (const relative of [father, aunt]) expect(await refusalOf(propose(king, parent.personId, relative))).toBe('MATCHING.CONFLICT');
    expect(await refusalOf(propose(king, householdId, cousin))).toBe('MATCHING.CONFLICT');
    const { proposals } = await run();
    const theirs = proposals.filter(({ participantId }) => participantId === parent.personId || participantId === householdId).map(({ mentor }) => mentor.id);
    for (const relative of [father, aunt, cousin]) expect(theirs).not.toContain(relative.personId);

    const stranger = await ally(king, 'Stranger');
    expect(await refusalOf(propose(king, parent.personId, stranger, 'They know nobody of the family.'))).toBe('NONE'); // in the place of whomever the run proposed
  });
});

describe('a mentor who turns out to be too close to somebody of the family', () => {
  it('S02 is asked no more by anybody there, and by others as before; a match goes on until a coordinator ends it', async () => {
    const [barred, declared, free, matched] = [await family('NearBarred', 'su'), await family('NearDeclared', 'su'), await family('NearFree', 'su'), await family('NearMatched', 'su')];
    const mentor = await ally(king, 'Near', { languages: ['su'], capacity: 4 });
    const matchId = await matchUp(king, matched.parent.personId, matched.parent, mentor);
    for (const { parent } of [barred, declared, free]) await propose(king, parent.personId, mentor);
    for (const { caregiver } of [barred, matched])
      await king.say(ContactProhibitedV1, { prohibitionId: newId<'ContactProhibition'>(), people: [caregiver.personId, mentor.personId] as Id<'Person'>[], channels: ['CALL'], from: new Date().toISOString(), to: null });
    const statusFor = async (who: Actor) => (await who.get<{ myProposals: { status: string }[] }>('{ myProposals { status } }')).myProposals.map(({ status }) => status);
    await eventually(async () => expect(await statusFor(barred.parent)).toEqual(['WITHDRAWN']));
    await known('select 1 from matching.contact_rule where first_person_id in ($1, $2) and second_person_id in ($1, $2)', matched.caregiver.personId, mentor.personId);
    expect(await statusFor(declared.parent)).toEqual(['PROPOSED']);

    const { myMentorProfile } = await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }');
    await tell(mentor, 'mutation ($input: DeclareMentorConflictInput!) { declareMentorConflict(input: $input) { id } }', { profileId: myMentorProfile.id, personId: declared.caregiver.personId });
    expect(await statusFor(declared.parent)).toEqual(['WITHDRAWN']);
    for (const { parent } of [barred, declared]) expect(await refusalOf(propose(king, parent.personId, mentor))).toBe('MATCHING.CONFLICT');
    expect(await statusFor(free.parent)).toEqual(['PROPOSED']);
    expect(await mentor.get('{ myMatches { id } }')).toEqual({ myMatches: [{ id: matchId }] });
  });
});

describe('a mentor who cannot answer', () => {
  const profile = '{ mentorProfiles(first: 100) { nodes { person { id } eligible active } } }';
  type Profiles = { mentorProfiles: { nodes: { person: { id: string }; eligible: boolean; active: boolean }[] } };
  const standing = async (mentor: Actor) => (await coordinator.get<Profiles>(profile)).mentorProfiles.nodes.find(({ person }) => person.id === mentor.personId);

  it('S07 is proposed to nobody while their account is closed, and what they were asked is taken back', async () => {
    const { parent } = await family('Closed', 'ms');
    const mentor = await ally(king, 'Closed', { languages: ['ms'] });
    await propose(king, parent.personId, mentor);
    const closing = (what: string) => king.supervisor.get(`mutation ($input: ${what === 'disablePerson' ? 'DisablePersonInput' : 'EnablePersonInput'}!) { ${what}(input: $input) { id } }`, { input: { personId: mentor.personId } });
    await closing('disablePerson');
    await eventually(async () => expect(await standing(mentor)).toMatchObject({ eligible: false, active: true }));
    await eventually(async () => expect(await parent.get('{ myProposals { status } }')).toEqual({ myProposals: [{ status: 'WITHDRAWN' }] }));
    expect(foundNobody(await run(), parent)).toBe(true);
    expect(await refusalOf(propose(king, parent.personId, mentor))).toBe('MATCHING.NOT_ELIGIBLE');
    await closing('enablePerson');
    await eventually(async () => expect(await standing(mentor)).toMatchObject({ eligible: true }));
    expect(await refusalOf(propose(king, parent.personId, mentor))).toBe('NONE');
  });

  it('S07 stays with a family until the day on which their role ends, and no longer', async () => {
    const { parent } = await family('LastDay', 'jv');
    const mentor = await ally(king, 'LastDay', { languages: ['jv'] });
    const matchId = await matchUp(king, parent.personId, parent, mentor);
    const [role] = await king.rows<{ id: Id<'RoleAssignment'> }>(`select id from matching.access_role where person_id = $1`, [mentor.personId]);
    const to = Temporal.Instant.fromEpochMilliseconds(Date.now() + 2_000).toString();
    await king.say(RoleRevokedV1, { assignmentId: role!.id, personId: mentor.personId as Id<'Person'>, role: 'PARENT_ALLY', to });
    const history = 'query ($id: UUID!) { mentorMatches(participantId: $id) { nodes { id endedAt endedBecause } } }';
    await eventually(async () => expect(await coordinator.get(history, { id: parent.personId })).toEqual({ mentorMatches: { nodes: [{ id: matchId, endedAt: to, endedBecause: 'MENTOR_LEFT' }] } }), { within: 90_000 });
    const endedBefore = 'select 1 from matching.audit_entry where records @> $1::jsonb and at < $2::timestamptz';
    expect(await king.rows(endedBefore, [JSON.stringify([{ record: 'MentorMatch', id: matchId, change: 'update' }]), to])).toEqual([]);
    expect(await standing(mentor)).toMatchObject({ eligible: false, active: false });
    await needOf(king, parent.personId);
    expect(await refusalOf(propose(king, parent.personId, mentor))).toBe('MATCHING.NOT_ELIGIBLE');
    expect(await refusalOf(tell(mentor, 'mutation ($input: DescribeMentorInput!) { describeMentor(input: $input) { id } }', { profileId: newId(), limits: [] }))).toBe('FORBIDDEN');
  }, 120_000);
});
