import { ContactProhibitedV1, ContactProhibitionEndedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ally, askFor, carer, connect, describeMentor, matchUp, needOf, propose, proposing, refusalOf, runMatching, tell } from './program.ts';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

interface Candidate {
  readonly mentor: { readonly id: string };
  readonly points: number;
  readonly constraintsMet: readonly string[];
  readonly constraintsAgainst: readonly string[];
  readonly proposable: boolean;
  readonly reasonNeeded: boolean;
  readonly explanation: string;
}
interface Candidates {
  readonly candidatesFor: { readonly nodes: readonly Candidate[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
}
const listing = `query ($needId: UUID!, $first: Int! = 50, $after: String) { candidatesFor(needId: $needId, first: $first, after: $after) {
  nodes { mentor { id } points reasons { key value points } missedWishes { value } wouldLike constraintsMet constraintsAgainst freePlaces proposed proposable reasonNeeded explanation spanish: explanation(language: "es") }
  pageInfo { hasNextPage endCursor }
} }`;
const list = async (needId: string, page: object = {}) => (await coordinator.get<Candidates>(listing, { needId, ...page })).candidatesFor;
const withdrawing = 'mutation ($input: WithdrawProposalInput!) { withdrawProposal(input: $input) { id } }';

/** A parent who speaks a language of one test's own, so that the allies of others are none for them. */
async function family(name: string, languages: readonly string[]) {
  const [parent, caregiver] = [await king.person('PARENT', name, { languages }), await king.person('CAREGIVER', name)];
  await connect(king, parent, [caregiver]);
  return { parent, caregiver, need: await needOf(king, parent.personId) };
}
const among = (nodes: readonly Candidate[], mentors: readonly Actor[]): readonly Candidate[] => nodes.filter(({ mentor }) => mentors.some(({ personId }) => personId === mentor.id));

describe('the candidates for one need', () => {
  it('S02 are ranked, each with points, reasons, and what is met and not met in words, for coordinators alone', async () => {
    const { parent, need } = await family('Ranked', ['so', 'en']);
    const [first, second, late, full, silent] = [
      await ally(king, 'First', { languages: ['so'], capacity: 2 }),
      await ally(king, 'Second', { languages: ['en'], capacity: 2 }),
      await ally(king, 'Late', { languages: ['so'], capacity: 2 }),
      await ally(king, 'Limited', { languages: ['so'], capacity: 2 }),
      await ally(king, 'Vietnamese', { languages: ['vi'], capacity: 2 }),
    ];
    await askFor(parent, { wishes: [{ kind: 'LIVED_EXPERIENCE', value: 'TEENS' }, { kind: 'GENDER', value: 'woman' }], hours: [{ weekday: 1, from: '18:00', to: '20:00' }] });
    await describeMentor(first, { traits: [{ kind: 'LIVED_EXPERIENCE', value: 'TEENS' }], preferences: ['TEENS', 'INFANTS'] });
    await describeMentor(late, { hours: [{ weekday: 1, from: '08:00', to: '10:00' }] });
    await describeMentor(full, { limits: ['TEENS'] });
    await carer(king, 'OtherRole', { languages: ['so'] });

    const { nodes } = await list(need.id);
    expect(nodes.map(({ mentor }) => mentor.id)).toEqual([first, second, late, full, silent].map(({ personId }) => personId));
    expect(nodes[0]).toEqual({
      mentor: { id: first.personId },
      points: 50 + 20 + 30,
      reasons: expect.arrayContaining([{ key: 'FIRST_LANGUAGE', value: 1, points: 50 }, { key: 'WISHES_MET', value: 1, points: 20 }]),
      ...{ missedWishes: [{ value: 'woman' }], wouldLike: ['TEENS'], freePlaces: 2, proposed: false, proposable: true, reasonNeeded: false },
      constraintsMet: ['ROLE', 'ELIGIBILITY', 'AWAY', 'CONFLICT', 'LANGUAGE', 'HOURS', 'TRIED_BEFORE', 'CAPACITY'],
      constraintsAgainst: [],
      explanation:
        '100 points. Both speak Somali. The mentor speaks a language in which the family is most comfortable. (50) The mentor has 2 free places. (30) The mentor meets 1 wish of the family. (20) The mentor would like to work with teenagers. Met: the role, training and experience, nobody on leave, nobody too close to the family, a language in common, an hour of the week in common, nobody asked or matched with them before, and a free place. Of the wishes of the family, not met: woman. You can propose them.',
      spanish: expect.stringContaining('100 puntos. Ambas partes hablan somalí.'),
    });
    expect(nodes[2]).toMatchObject({ constraintsAgainst: ['HOURS'], proposable: true, reasonNeeded: true, explanation: expect.stringContaining('Not met: an hour of the week in common. You can propose them, with a reason that is kept.') });
    expect(nodes[3]).toMatchObject({ constraintsAgainst: ['LIMIT'], proposable: false, reasonNeeded: false, explanation: expect.stringContaining('Nobody can propose them at present.') });
    expect(nodes[4]).toMatchObject({ constraintsAgainst: ['LANGUAGE'], proposable: false, spanish: expect.stringContaining('No se cumple: un idioma en común.') });

    const { nodes: two, pageInfo } = await list(need.id, { first: 2 });
    expect([two.length, pageInfo.hasNextPage]).toEqual([2, true]);
    expect((await list(need.id, { after: pageInfo.endCursor })).nodes).toEqual(nodes.slice(2));
    expect(await refusalOf(list(need.id, { after: 'elsewhere' }))).toBe('INVALID_CURSOR');
    expect(await refusalOf(list(newId()))).toBe('NOT_FOUND');
    for (const who of [king.supervisor, parent, first]) expect(await refusalOf(who.get(listing, { needId: need.id }))).toBe('FORBIDDEN');
    const read = `select 1 from matching.audit_entry where action = 'MentorCandidate.missedWishes' and records @> $1::jsonb`;
    expect((await king.rows(read, [JSON.stringify([{ record: 'MentorNeed', id: need.id }])])).length).toBeGreaterThan(0);

    await matchUp(king, parent.personId, parent, first);
    expect(await list(need.id)).toEqual({ nodes: [], pageInfo: { hasNextPage: false, endCursor: null } });
  });

  it('S02 tell nothing of a prohibition: whoever may not be matched is absent like whoever is too close, and is refused alike', async () => {
    const { parent, need } = await family('Barred', ['fj']);
    const [free, barred, neighbour, untrained] = [await ally(king, 'FreeFj', { languages: ['fj'] }), await ally(king, 'BarredFj', { languages: ['fj'] }), await ally(king, 'NeighbourFj', { languages: ['fj'] }), await ally(king, 'UntrainedFj', { languages: ['fj'], trainedOn: null })];
    const theirs = [free, barred, neighbour, untrained];
    expect(among((await list(need.id)).nodes, theirs).map(({ mentor }) => mentor.id).sort()).toEqual([free, barred, neighbour].map(({ personId }) => personId).sort());
    await king.say(ContactProhibitedV1, { prohibitionId: newId<'ContactProhibition'>(), people: [parent.personId, barred.personId] as Id<'Person'>[], channels: ['CALL'], from: new Date().toISOString(), to: null });
    const { myMentorProfile } = await neighbour.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }');
    await tell(neighbour, 'mutation ($input: DeclareMentorConflictInput!) { declareMentorConflict(input: $input) { id } }', { profileId: myMentorProfile.id, personId: parent.personId });

    await eventually(async () => expect(among((await list(need.id)).nodes, theirs)).toEqual([expect.objectContaining({ mentor: { id: free.personId } })]));
    const refused = await Promise.all([barred, neighbour].map(async (who) => (await coordinator.ask(proposing, { input: { idempotencyKey: crypto.randomUUID(), needId: need.id, mentorId: who.personId, reason: 'They would like it.' } })).errors));
    const [one, other] = refused.map((errors) => errors?.map(({ message, extensions }) => ({ message, code: extensions?.['code'] })));
    expect(one).toEqual(other);
    expect(one).toEqual([expect.objectContaining({ code: 'MATCHING.CONFLICT' })]);
  });
});

describe('who once stood against somebody', () => {
  it('S02 is no mentor of theirs, also after the prohibition has ended; whom nothing stood between is', async () => {
    const { parent, need } = await family('Adverse', ['to']);
    const [adverse, other] = [await ally(king, 'Adverse', { languages: ['to'] }), await ally(king, 'Neutral', { languages: ['to'] })];
    const prohibitionId = newId<'ContactProhibition'>();
    const people = [parent.personId, adverse.personId] as Id<'Person'>[];
    await king.say(ContactProhibitedV1, { prohibitionId, people, channels: ['IN_PERSON'], from: new Date(Date.now() - 3_600_000).toISOString(), to: null });
    await eventually(async () => expect(await king.rows('select 1 from matching.contact_rule where id = $1', [prohibitionId])).toHaveLength(1));
    await king.say(ContactProhibitionEndedV1, { prohibitionId, people, endedAt: new Date(Date.now() - 60_000).toISOString() });
    await eventually(async () => expect(await king.rows('select 1 from matching.contact_rule where id = $1 and ends_at < now()', [prohibitionId])).toHaveLength(1));
    expect(await refusalOf(propose(king, parent.personId, adverse, 'They have made up.'))).toBe('MATCHING.CONFLICT');
    expect(among((await list(need.id)).nodes, [adverse, other]).map(({ mentor }) => mentor.id)).toEqual([other.personId]);
    expect(await refusalOf(propose(king, parent.personId, other))).toBe('NONE');
  });
});

describe('a coordinator’s own choice', () => {
  it('S02 in the place of a run’s takes a reason, which is kept, also when the run’s was taken back first; the run’s own choice takes none', async () => {
    const { parent, need } = await family('Displaced', ['lo']);
    const mentors = [await ally(king, 'Displaced1', { languages: ['lo'] }), await ally(king, 'Displaced2', { languages: ['lo'] })];
    const run = async () => (await runMatching<{ proposals: { id: string; participantId: string; mentor: { id: string } }[] }>(king, 'proposals { id participantId mentor { id } }')).proposals.find(({ participantId }) => participantId === parent.personId)!;
    const suggested = await run();
    const [chosen, other] = suggested.mentor.id === mentors[0]!.personId ? mentors : [...mentors].reverse();
    expect(among((await list(need.id)).nodes, mentors)).toEqual(expect.arrayContaining([expect.objectContaining({ mentor: { id: chosen!.personId }, proposed: true, reasonNeeded: false }), expect.objectContaining({ mentor: { id: other!.personId }, proposed: false, reasonNeeded: true })]));
    for (const reason of [null, ' ']) expect(await refusalOf(propose(king, parent.personId, other!, reason))).toBe('MATCHING.REASON_NEEDED');
    expect(await refusalOf(propose(king, parent.personId, chosen!))).toBe('NONE');
    const open = '{ matchProposals(first: 100, status: PROPOSED) { nodes { id participantId overrideReason approvedAt } } }';
    type Open = { matchProposals: { nodes: { id: string; participantId: string; overrideReason: string | null; approvedAt: string | null }[] } };
    const theirs = async () => (await coordinator.get<Open>(open)).matchProposals.nodes.find(({ participantId }) => participantId === parent.personId)!;
    await tell(coordinator, withdrawing, { proposalId: (await theirs()).id });

    const again = await run();
    const elsewhere = mentors.find(({ personId }) => personId !== again.mentor.id)!;
    await tell(coordinator, withdrawing, { proposalId: again.id });
    expect(await refusalOf(propose(king, parent.personId, elsewhere))).toBe('MATCHING.REASON_NEEDED');
    await propose(king, parent.personId, elsewhere, 'The parent met them at the welcome evening.');
    expect(await theirs()).toMatchObject({ overrideReason: 'The parent met them at the welcome evening.', approvedAt: expect.any(String) });
  });

  it('S02 never goes beyond a mentor’s places, whatever the reason; one place more is theirs or a coordinator’s to set', async () => {
    const [{ parent: first }, { parent: second, need }] = [await family('Places1', ['mh']), await family('Places2', ['mh'])];
    const mentor = await ally(king, 'Places', { languages: ['mh'], capacity: 1 });
    await propose(king, first.personId, mentor);
    expect(among((await list(need.id)).nodes, [mentor])).toEqual([expect.objectContaining({ constraintsAgainst: ['CAPACITY'], proposable: false, freePlaces: 0 })]);
    expect(await refusalOf(propose(king, second.personId, mentor, 'Nobody else speaks Marshallese.'))).toBe('MATCHING.MENTOR_FULL');
    const { myMentorProfile } = await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }');
    await tell(coordinator, 'mutation ($input: SetMentorCapacityInput!) { setMentorCapacity(input: $input) { id } }', { profileId: myMentorProfile.id, capacity: 2 });
    expect(await refusalOf(propose(king, second.personId, mentor))).toBe('NONE');
  });
});
