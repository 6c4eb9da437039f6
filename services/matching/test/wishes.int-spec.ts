import { ContactProhibitedV1, RoleRevokedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepting, ally, approve, carer, connect, declining as saysNo, matchUp, needOf, propose, proposing, refusalOf, runMatching, tell } from './program.ts';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

const wishing = 'mutation ($input: StateMentorWishesInput!) { stateMentorWishes(input: $input) { wishes { kind value must } hours { weekday from to } area } }';
const describing = 'mutation ($input: DescribeMentorInput!) { describeMentor(input: $input) { traits { kind value } limits areas awayUntil } }';
const whole = `proposals { id participantId mentor { id } explanation spanish: explanation(language: "es") missedWishes { value } runnerUp { because } answerBy }
  unmatched { need { participantId } because explanation whatWouldHelp spanish: whatWouldHelp(language: "es") } quality { optimal moreServed cutShort weightsVersion }`;
const rematching = `mutation ($input: RematchInput!) { rematch(input: $input) { ${whole} } }`;
interface Run {
  readonly proposals: { id: string; participantId: string; mentor: { id: string }; explanation: string; spanish: string }[];
  readonly unmatched: { need: { participantId: string }; because: string }[];
  readonly quality: object;
}

/** A parent with a caregiver of the same name; each language is one test's own, so that tests do not take each other's mentors. */
async function family(name: string, language: string) {
  const [parent, caregiver] = [await king.person('PARENT', name, { languages: [language] }), await king.person('CAREGIVER', name, { languages: [language] })];
  const connection = await connect(king, parent, [caregiver]);
  return { parent, caregiver, ...connection, need: await needOf(king, parent.personId) };
}
const profileOf = async (mentor: Actor): Promise<string> => (await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }')).myMentorProfile.id;
const describeAs = async (mentor: Actor, about: object): Promise<unknown> => tell(mentor, describing, { profileId: await profileOf(mentor), ...about });
/** A run whose proposals a coordinator approves. */
async function run(): Promise<Run> {
  const done = await runMatching<Run>(king, whole);
  await approve(king, done.proposals);
  return done;
}
/** Who stands proposed for them, and waits for a coordinator. */
async function suggestedFor({ personId }: Actor): Promise<string[]> {
  const { matchProposals } = await coordinator.get<{ matchProposals: { nodes: Run['proposals'] } }>('{ matchProposals(first: 100, status: PROPOSED, approved: false) { nodes { participantId mentor { id } } } }');
  return matchProposals.nodes.flatMap(({ participantId, mentor }) => (participantId === personId ? [mentor.id] : []));
}
const chosenFor = ({ proposals }: Run, who: Actor) => proposals.find(({ participantId }) => participantId === who.personId);

describe('what a family asks for', () => {
  it('R41 S02 weighs what a mentor says of themselves for the family that asked for it, and for nobody else', async () => {
    const [asks, silent] = [await family('Asks', 'so'), await family('Silent', 'so')];
    const [first, second] = [await ally(king, 'Teens', { languages: ['so'], capacity: 1 }), await ally(king, 'Plain', { languages: ['so'], capacity: 1 })];
    await describeAs(first, { traits: [{ kind: 'LIVED_EXPERIENCE', value: 'TEENS' }] });
    expect(await tell(asks.parent, wishing, { needId: asks.need.id, wishes: [{ kind: 'LIVED_EXPERIENCE', value: 'TEENS' }] })).toMatchObject({ wishes: [{ value: 'TEENS', must: false }] });
    const done = await run();
    expect(chosenFor(done, asks.parent)).toMatchObject({ mentor: { id: first.personId } });
    expect(chosenFor(done, asks.parent)?.explanation).toContain('The mentor meets 1 wish of the family.');
    expect(chosenFor(done, silent.parent)).toMatchObject({ mentor: { id: second.personId } });
    expect(chosenFor(done, silent.parent)?.explanation).not.toContain('wish');
    expect(await asks.parent.get('{ myProposals { explanation(language: "es") } }')).toEqual({ myProposals: [{ explanation: 'Ambas partes hablan somalí. La persona mentora cumple 1 deseo de la familia. Se revisó su capacitación y su experiencia, y que no es cercana a su familia.' }] });
    expect(await first.get('{ myProposals { explanation } }')).toEqual({ myProposals: [{ explanation: 'Both speak Somali. Your training and your free places were looked at, and that you are not close to the family.' }] });
  });

  it('S02 lets a family say in which language they would like to talk: it counts before their own, and nobody else is proposed where it must be', async () => {
    const { parent, caregiver, need } = await family('Tongue', 'haw');
    const [own, asked] = [await ally(king, 'OwnTongue', { languages: ['haw'] }), await ally(king, 'AskedTongue', { languages: ['sm', 'haw'] })];
    const languageOf = 'mutation ($input: StateMentorWishesInput!) { stateMentorWishes(input: $input) { language { tags must } } }';
    const ask = (who: Actor, language: object | null) => tell(who, languageOf, { needId: need.id, language });
    expect(await refusalOf(ask(caregiver, { tags: ['sm'] }))).toBe('NOT_FOUND');
    for (const tags of [[], ['not a language']]) expect(await refusalOf(ask(parent, { tags }))).toBe('MATCHING.UNKNOWN_LANGUAGE');
    expect(await ask(parent, { tags: ['SM'] })).toEqual({ language: { tags: ['sm'], must: false } });
    const listed = 'query ($needId: UUID!) { candidatesFor(needId: $needId) { nodes { mentor { id } points constraintsAgainst } } }';
    type Listed = { candidatesFor: { nodes: { mentor: { id: string }; points: number; constraintsAgainst: string[] }[] } };
    const theirs = async () => (await coordinator.get<Listed>(listed, { needId: need.id })).candidatesFor.nodes.filter(({ mentor: { id } }) => [own, asked].some(({ personId }) => personId === id));
    expect(await theirs()).toEqual([expect.objectContaining({ mentor: { id: asked.personId }, points: 80 }), expect.objectContaining({ mentor: { id: own.personId }, points: 30, constraintsAgainst: [] })]);
    expect(await tell(coordinator, languageOf, { needId: need.id, language: { tags: ['sm'], must: true } })).toEqual({ language: { tags: ['sm'], must: true } });
    expect(await theirs()).toEqual([expect.objectContaining({ mentor: { id: asked.personId } }), expect.objectContaining({ mentor: { id: own.personId }, constraintsAgainst: ['LANGUAGE'] })]);
    expect(await refusalOf(propose(king, parent.personId, own))).toBe('MATCHING.NO_SHARED_LANGUAGE');
    const unmet = 'mutation ($input: StateMentorWishesInput!) { stateMentorWishes(input: $input) { languagesThatNobodySpeaks mustsThatNobodyMeetsInWords } }';
    expect(await tell(parent, unmet, { needId: need.id, wishes: [] })).toEqual({ languagesThatNobodySpeaks: [], mustsThatNobodyMeetsInWords: null });
    expect(await tell(parent, unmet, { needId: need.id, language: { tags: ['tlh'], must: true } })).toEqual({ languagesThatNobodySpeaks: ['tlh'], mustsThatNobodyMeetsInWords: expect.stringContaining('no mentor here has what must be: Klingon as a language.') });
    expect(await tell(parent, unmet, { needId: need.id, language: { tags: ['tlh'], must: false } })).toEqual({ languagesThatNobodySpeaks: [], mustsThatNobodyMeetsInWords: null });
    expect(await ask(parent, null)).toEqual({ language: null });
    expect(await refusalOf(propose(king, parent.personId, own))).toBe('NONE');
  });

  it('R41 keeps wishes from the other family, and refuses what cannot be', async () => {
    const { parent, caregiver, need } = await family('Private', 'ti');
    const woman = { kind: 'GENDER', value: 'woman', must: true };
    expect(await refusalOf(tell(caregiver, wishing, { needId: need.id, wishes: [] }))).toBe('NOT_FOUND');
    expect(await refusalOf(tell(parent, wishing, { needId: need.id, wishes: [woman, { ...woman, value: 'man' }] }))).toBe('MATCHING.WISHES_CONTRADICT');
    const faiths = ['Lutheran', 'Muslim'].map((value) => ({ kind: 'FAITH', value, must: true }));
    expect(await refusalOf(tell(parent, wishing, { needId: need.id, wishes: faiths }))).toBe('MATCHING.WISHES_CONTRADICT');
    const naming = 'mutation ($input: StateMentorWishesInput!) { stateMentorWishes(input: $input) { mustsThatNobodyMeets { value } mustsThatNobodyMeetsInWords } }';
    const unheard = { kind: 'CULTURE', value: 'Atlantean', must: true };
    expect(await tell(parent, naming, { needId: need.id, wishes: [unheard] })).toEqual({ mustsThatNobodyMeets: [{ value: 'Atlantean' }], mustsThatNobodyMeetsInWords: expect.stringContaining('no mentor here has what must be: Atlantean.') });
    expect(await tell(parent, naming, { needId: need.id, wishes: [{ ...unheard, must: false }] })).toEqual({ mustsThatNobodyMeets: [], mustsThatNobodyMeetsInWords: null });
    expect(await refusalOf(tell(parent, wishing, { needId: need.id, wishes: [{ kind: 'LIVED_EXPERIENCE', value: 'MAGIC' }] }))).toBe('MATCHING.UNKNOWN_EXPERIENCE');
    expect(await refusalOf(tell(parent, wishing, { needId: need.id, hours: [{ weekday: 1, from: '12:00', to: '09:00' }] }))).toBe('INVALID_HOURS');
    await tell(parent, wishing, { needId: need.id, wishes: [woman] });
    expect(await parent.get('{ myMentorNeeds { wishes { value } } }')).toEqual({ myMentorNeeds: [{ wishes: [{ value: 'woman' }] }] });
    expect(await caregiver.get('{ myMentorNeeds { wishes { value } } }')).toEqual({ myMentorNeeds: [{ wishes: [] }] });
    expect(await refusalOf(propose(king, parent.personId, await ally(king, 'Private', { languages: ['ti'] })))).toBe('MATCHING.WISH_NOT_MET');
  });
});

describe('what a mentor says of themselves', () => {
  it('S07 S08 is theirs to say: limits and leave hold, and nobody says it for them but a coordinator', async () => {
    const { parent, householdId, need } = await family('Limits', 'am');
    const [mentor, other] = [await ally(king, 'Limits', { languages: ['am'] }), await carer(king, 'Limits', { languages: ['am'] })];
    const profileId = await profileOf(mentor);
    expect(await refusalOf(tell(other, describing, { profileId, limits: [] }))).toBe('NOT_FOUND');
    expect(await refusalOf(tell(parent, describing, { profileId, limits: [] }))).toBe('FORBIDDEN');
    expect(await refusalOf(describeAs(mentor, { traits: [{ kind: 'LIVED_EXPERIENCE', value: 'TEENS' }], limits: ['TEENS'] }))).toBe('MATCHING.LIMITS_CONTRADICT');
    expect(await refusalOf(describeAs(mentor, { preferences: ['TEENS'], limits: ['TEENS'] }))).toBe('MATCHING.LIMITS_CONTRADICT');
    await describeAs(mentor, { preferences: ['INFANTS'] });
    expect(await mentor.get('{ myMentorProfile { preferences } }')).toEqual({ myMentorProfile: { preferences: ['INFANTS'] } });
    expect(await refusalOf(tell(other, describing, { profileId, preferences: [] }))).toBe('NOT_FOUND');
    expect(await refusalOf(describeAs(mentor, { awayFrom: '2026-05-02', awayUntil: '2026-05-01' }))).toBe('MATCHING.LEAVE_ENDS_FIRST');
    expect(await tell(coordinator, describing, { profileId, limits: ['TEENS'], awayFrom: '2020-01-01' })).toMatchObject({ limits: ['TEENS'] });
    expect(await refusalOf(propose(king, parent.personId, mentor))).toBe('MATCHING.MENTOR_AWAY');
    await describeAs(mentor, { awayFrom: null, daysAway: [{ from: '2020-01-01', until: '2099-12-31' }] });
    expect(await refusalOf(propose(king, parent.personId, mentor))).toBe('MATCHING.MENTOR_AWAY');
    const today = new Date().toISOString().slice(0, 10);
    await describeAs(mentor, { daysAway: [{ from: today, until: today }] }); // a single day away keeps nobody from answering
    await tell(parent, wishing, { needId: need.id, wishes: [{ kind: 'LIVED_EXPERIENCE', value: 'TEENS' }] });
    expect(await refusalOf(propose(king, parent.personId, mentor))).toBe('MATCHING.BEYOND_LIMITS');
    await describeAs(mentor, { limits: [] });
    expect(await refusalOf(propose(king, parent.personId, mentor))).toBe('NONE');
    expect(await refusalOf(propose(king, householdId, other))).toBe('NONE');
  });

  it('S02 lets a coordinator go against hours and areas for a reason that is kept', async () => {
    const { parent, need } = await family('Hours', 'ru');
    const mentor = await ally(king, 'Hours', { languages: ['ru'] });
    await describeAs(mentor, { hours: [{ weekday: 1, from: '08:00', to: '10:00' }] });
    await tell(parent, wishing, { needId: need.id, hours: [{ weekday: 1, from: '09:30', to: '12:00' }] });
    expect((await run()).unmatched).toContainEqual(expect.objectContaining({ need: { participantId: parent.personId }, because: 'HOURS', whatWouldHelp: 'Ask both for more hours.', spanish: 'Pedir más horas a ambas partes.' }));
    const asked = { needId: need.id, mentorId: mentor.personId };
    expect(await refusalOf(coordinator.do(proposing, asked))).toBe('MATCHING.REASON_NEEDED');
    await coordinator.do(proposing, { ...asked, reason: 'They will talk by telephone.' });
    const { matchProposals } = await coordinator.get<{ matchProposals: { nodes: { participantId: string }[] } }>('{ matchProposals(first: 100) { nodes { participantId overrideReason explanation } } }');
    expect(matchProposals.nodes.find(({ participantId }) => participantId === parent.personId)).toMatchObject({ overrideReason: 'They will talk by telephone.', explanation: expect.stringContaining('A coordinator chose this mentor: They will talk by telephone.') });
  });
});

describe('the next best', () => {
  it('S02 is looked for by itself when nobody answered in time, or somebody said no; a late yes is refused', async () => {
    const [late, declining] = [await family('Late', 'vi'), await family('No', 'th')];
    for (const [name, language] of [['Late', 'vi'], ['No', 'th']] as const) for (const one of [1, 2]) await ally(king, `${name}${one}`, { languages: [language] });
    const before = await run();
    const [first, second] = [chosenFor(before, late.parent)!, chosenFor(before, declining.parent)!];
    await king.rows(`update matching.match_proposal set answer_by = now() - interval '1 minute' where id = $1`, [first.id]);
    expect(await refusalOf(tell(late.parent, accepting, { proposalId: first.id }))).toBe('MATCHING.PROPOSAL_CLOSED');
    await tell(declining.parent, saysNo, { proposalId: second.id, reason: 'We know each other.' });

    const suggested = '{ matchProposals(first: 100, status: PROPOSED, approved: false) { nodes { id participantId mentor { id } } } }';
    type Suggested = { matchProposals: { nodes: Run['proposals'] } };
    const next = await eventually(async () => {
      const { nodes } = (await coordinator.get<Suggested>(suggested)).matchProposals;
      const theirs = [late, declining].map(({ parent }) => nodes.filter(({ participantId }) => participantId === parent.personId));
      expect(theirs.map(({ length }) => length)).toEqual([1, 1]);
      return theirs.flat();
    });
    expect(next.map(({ mentor }) => mentor.id)).not.toContain(first.mentor.id);
    expect(next.map(({ mentor }) => mentor.id)).not.toContain(second.mentor.id);
    expect(await late.parent.get('{ myProposals { id status } }')).toEqual({ myProposals: [{ id: first.id, status: 'TIMED_OUT' }] });
    await approve(king, next);
    expect(await late.parent.get('{ myProposals { id status } }')).toEqual({ myProposals: [{ id: next[0]!.id, status: 'PROPOSED' }, { id: first.id, status: 'TIMED_OUT' }] });
  });

  it('S02 is looked for by itself when a mentor leaves who was asked, or was theirs', async () => {
    const [asked, matched] = [await family('Gone', 'ka'), await family('Left', 'hy')];
    const [gone, left] = [await ally(king, 'Gone1', { languages: ['ka'] }), await ally(king, 'Left1', { languages: ['hy'] })];
    await propose(king, asked.parent.personId, gone);
    await matchUp(king, matched.parent.personId, matched.parent, left);
    const [nextOfAsked, nextOfMatched] = [await ally(king, 'Gone2', { languages: ['ka'] }), await ally(king, 'Left2', { languages: ['hy'] })];
    for (const mentor of [gone, left]) {
      const [role] = await king.rows<{ id: Id<'RoleAssignment'> }>('select id from matching.access_role where person_id = $1', [mentor.personId]);
      await king.say(RoleRevokedV1, { assignmentId: role!.id, personId: mentor.personId as Id<'Person'>, role: 'PARENT_ALLY', to: new Date().toISOString() });
    }
    for (const [{ parent }, next] of [[asked, nextOfAsked], [matched, nextOfMatched]] as const) await eventually(async () => expect(await suggestedFor(parent)).toEqual([next.personId]));
  });

  it('S02 is looked for by itself, and at once, when contact with whom they had is prohibited', async () => {
    const { parent } = await family('Unsafe', 'ro');
    const before = await ally(king, 'Unsafe1', { languages: ['ro'] });
    await matchUp(king, parent.personId, parent, before);
    const next = await ally(king, 'Unsafe2', { languages: ['ro'] });
    await king.say(ContactProhibitedV1, { prohibitionId: newId<'ContactProhibition'>(), people: [parent, before].map(({ personId }) => personId as Id<'Person'>), channels: ['CALL'], from: new Date().toISOString(), to: null });
    await eventually(async () => expect(await suggestedFor(parent)).toEqual([next.personId]));
  });

  it('S02 is looked for as for one who comes in when no coordinator approved in time: nobody was asked, and the same mentor may be suggested', async () => {
    const { parent } = await family('Unasked', 'lo');
    const mentor = await ally(king, 'Unasked', { languages: ['lo'] });
    const { id } = chosenFor(await runMatching<Run>(king, whole), parent)!;
    await king.rows(`update matching.match_proposal set answer_by = now() - interval '1 minute' where id = $1`, [id]);
    await ally(king, 'Wakes', { languages: ['rn'] });
    const wakes = await family('Wakes', 'rn');
    const proposalId = await propose(king, wakes.parent.personId, await ally(king, 'Wakes2', { languages: ['rn'] }));
    await tell(wakes.parent, saysNo, { proposalId });
    await eventually(async () => expect(await suggestedFor(parent)).toEqual([mentor.personId]));
    expect(await king.rows('select status from matching.match_proposal where id = $1', [id])).toEqual([{ status: 'TIMED_OUT' }]);
    expect(await parent.get('{ myProposals { id } }')).toEqual({ myProposals: [] });
  });

  it('S02 is not asked where something has come between: a coordinator hears what, and none of what they approve goes out', async () => {
    const [one, other] = [await family('Between', 'az'), await family('Beside', 'be')];
    const mentors = [await ally(king, 'Between', { languages: ['az'] }), await ally(king, 'Beside', { languages: ['be'] })] as const;
    const proposals = [one, other].map(({ parent }) => parent.personId);
    const theirs = (await runMatching<Run>(king, whole)).proposals.filter(({ participantId }) => proposals.includes(participantId));
    expect(theirs).toHaveLength(2);
    await describeAs(mentors[0], { awayUntil: new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10) });
    expect(await refusalOf(approve(king, theirs))).toBe('MATCHING.MENTOR_AWAY');
    for (const { parent } of [one, other]) expect(await parent.get('{ myProposals { id } }')).toEqual({ myProposals: [] });
    await describeAs(mentors[0], { awayUntil: null });
    await approve(king, theirs);
    for (const { parent } of [one, other]) expect(await parent.get('{ myProposals { status } }')).toEqual({ myProposals: [{ status: 'PROPOSED' }] });
  });

  it('R11 R12 S02 is proposed by one action when a match has ended, without blame', async () => {
    const { parent } = await family('Again', 'ko');
    const mentor = await ally(king, 'Again1', { languages: ['ko'] });
    const matchId = await matchUp(king, parent.personId, parent, mentor);
    const other = await ally(king, 'Again2', { languages: ['ko'] });
    expect(await refusalOf(parent.do(rematching, { matchId }))).toBe('FORBIDDEN');
    const request = { idempotencyKey: crypto.randomUUID(), matchId };
    const done = await coordinator.do<Run>(rematching, request);
    expect(done).toMatchObject({ proposals: [{ participantId: parent.personId, mentor: { id: other.personId } }], quality: { optimal: true, moreServed: 0, cutShort: false, weightsVersion: 1 } });
    expect((await coordinator.do<Run>(rematching, request)).proposals).toEqual(done.proposals);
    expect(await mentor.get('{ myMatches { id } }')).toEqual({ myMatches: [] });
  });
});

describe('two who will lead together', () => {
  it('S02 S04 R15 are proposed when they have hours in common; else it is told which hours are missing', async () => {
    const { parent, caregiver, householdId, need } = await family('Together', 'el');
    const [one, other] = [await ally(king, 'Together', { languages: ['el'] }), await carer(king, 'Together', { languages: ['el'] })];
    await describeAs(one, { hours: [{ weekday: 1, from: '09:00', to: '12:00' }] });
    await describeAs(other, { hours: [{ weekday: 1, from: '13:00', to: '15:00' }] });
    const fields = `proposals { id participantId } unmatched { need { id participantId } because missingHours { weekday from to mentors { id } } explanation whatWouldHelp spanish: whatWouldHelp(language: "es") } quality { optimal gap }`;
    type Together = { proposals: { id: string; participantId: string }[]; unmatched: { need: { id: string; participantId: string } }[]; quality: object };
    const search = () => runMatching<Together>(king, fields);
    const theirs = <Item extends object>(items: readonly Item[], of: (item: Item) => string): Item[] => items.filter((item) => [parent.personId, householdId as string].includes(of(item)));
    const apart = await search();
    expect(theirs(apart.proposals, ({ participantId }) => participantId)).toHaveLength(1);
    expect(theirs(apart.unmatched, ({ need: { participantId } }) => participantId)).toEqual([
      expect.objectContaining({
        because: 'CO_LEADER',
        missingHours: { weekday: 1, from: '12:00', to: '13:00', mentors: [{ id: one.personId }, { id: other.personId }] },
        explanation: 'Those who could mentor them have no hours in common with the mentor of the other family, with whom they would lead the meetings of both.',
        whatWouldHelp: 'Ask the two mentors whether both could be free on Monday from 12:00 to 13:00.',
        spanish: 'Preguntar a las dos personas mentoras si ambas podrían estar libres el lunes de 12:00 a 13:00.',
      }),
    ]);
    expect(apart.quality).toEqual({ optimal: true, gap: 0 });

    const left = theirs(apart.unmatched, ({ need: { participantId } }) => participantId)[0]!.need;
    const missing = left.id === need.id ? one : other;
    expect(await refusalOf(coordinator.do(proposing, { needId: left.id, mentorId: missing.personId }))).toBe('MATCHING.REASON_NEEDED');
    expect(theirs((await search()).proposals, ({ participantId }) => participantId)).toEqual([]);
    await describeAs(other, { hours: [{ weekday: 1, from: '11:00', to: '15:00' }] });
    const found = theirs((await search()).proposals, ({ participantId }) => participantId);
    expect(found).toEqual([{ id: expect.any(String), participantId: left.participantId }]);
    await approve(king, found);
    expect(await (left.id === need.id ? parent : caregiver).get('{ myProposals { status } }')).toEqual({ myProposals: [{ status: 'PROPOSED' }] });
  });
});

describe('how matching stands', () => {
  it('S12 S80 says who waits, how long, and which mentors to look for, to coordinators and supervisors alone', async () => {
    const { parent } = await family('Scarce', 'fa');
    const query = '{ matchingOverview { roles { mentorRole waiting mentors freePlaces } shortages { mentorRole kind of waiting freePlaces } } matchRuns(first: 1) { nodes { quality { optimal } } } }';
    for (const reader of [coordinator, king.supervisor]) {
      const { matchingOverview } = await reader.get<{ matchingOverview: { shortages: object[]; roles: object[] } }>(query);
      expect(matchingOverview.shortages).toContainEqual({ mentorRole: 'PARENT_ALLY', kind: 'LANGUAGE', of: 'fa', waiting: 1, freePlaces: 0 });
      expect(matchingOverview.roles).toHaveLength(2);
    }
    expect(await refusalOf(parent.get(query))).toBe('FORBIDDEN');
  });
});
