import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deep, eventually, SharedWorld, type Actor, type GraphQLAnswer, type TestCounty } from '@fc/testing';
import { openConnection, type OpenedConnection } from '../journeys/open-connection.ts';

let world: SharedWorld;
let king: TestCounty;
let pierce: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king', 'pierce');
  [king, pierce] = [world.county('king'), world.county('pierce')];
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

const crowd = 50;
const rounds = Array.from({ length: deep(1, 40) }, (_, at) => at + 1);
const limit = deep(30_000, 120_000);

const mutation = (name: string): string => `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { id } }`;
const codeOf = ({ errors }: GraphQLAnswer<unknown>): string => errors[0]?.extensions?.code ?? 'DONE';
/** Asks the service itself: on a busy machine the last of fifty waits longer than the gateway does. */
const asks = (service: string, who: Actor, name: string, input: object) => (): Promise<GraphQLAnswer<Record<string, { id: string }>>> => world.askDirectly(service, who, mutation(name), { input });
/** Until it is done: on a busy machine the ledger may answer too late. */
const done = (ask: () => Promise<GraphQLAnswer<unknown>>): Promise<void> => eventually(async () => expect(codeOf(await ask())).toBe('DONE'));
/** All at once, each by whoever it says. */
const allAtOnce = async (asked: readonly (() => Promise<GraphQLAnswer<unknown>>)[]): Promise<string[]> => (await Promise.all(asked.map((ask) => ask()))).map(codeOf);
const times = <Each>(many: number, each: (at: number) => Each): Each[] => Array.from({ length: many }, (_, at) => each(at));

const needOf = (participantId: string): Promise<string> =>
  eventually(async () => {
    const [need] = await king.rows<{ id: string }>('select id from matching.mentor_need where participant_id = $1', [participantId]);
    if (!need) throw new Error('The need is not known yet.');
    return need.id;
  });

/** A parent who is proposed an ally; nobody has answered yet. */
async function proposed(name: string, ally: Actor): Promise<{ proposalId: string; family: OpenedConnection }> {
  const family = await openConnection(king, name);
  const { id: proposalId } = await coordinator.do<{ id: string }>(mutation('proposeMatch'), { needId: await needOf(family.parent.personId), mentorId: ally.personId });
  return { proposalId, family };
}

async function newAlly(name: string, capacity: number): Promise<Actor> {
  const ally = await king.person('PARENT_ALLY', name);
  await coordinator.do(mutation('registerMentorProfile'), { personId: ally.personId, mentorRole: 'PARENT_ALLY', ownCaseClosedOn: '2020-01-31', trainedOn: '2024-05-01', capacity });
  return ally;
}

const matchesOf = (mentor: Actor): Promise<object[]> => king.rows('select id from matching.mentor_match where mentor_id = $1', [mentor.personId]);
const accept = (who: Actor, proposalId: string) => asks('matching', who, 'acceptProposal', { proposalId });

describe.each(rounds)('fifty at once, round %i', (round) => {
  it('S02 accept one proposal, and there is one match', async () => {
    const ally = await newAlly(`Once-${round}`, 5);
    const { proposalId, family } = await proposed(`Once-${round}`, ally);
    const codes = await allAtOnce(times(crowd, (at) => accept(at % 2 === 0 ? ally : family.parent, proposalId)));
    expect(codes.filter((code) => !/^(DONE|MATCHING\.[A-Z_]+|CHANGED_MEANWHILE|CONTACT_UNCERTAIN)$/.test(code))).toEqual([]);
    for (const who of [ally, family.parent]) await done(accept(who, proposalId));
    expect(await matchesOf(ally)).toHaveLength(1);
  }, limit);

  it('accept and withdraw a proposal: it is a match or it is withdrawn, and never both', async () => {
    const ally = await newAlly(`Perhaps-${round}`, 5);
    const { proposalId, family } = await proposed(`Perhaps-${round}`, ally);
    const withdraw = asks('matching', coordinator, 'withdrawProposal', { proposalId });
    await allAtOnce(times(crowd, (at) => [accept(ally, proposalId), accept(family.parent, proposalId), withdraw][at % 3]!));
    const [{ status } = { status: '' }] = await king.rows<{ status: string }>('select status from matching.match_proposal where id = $1', [proposalId]);
    expect({ status, matches: (await matchesOf(ally)).length }).toEqual(status === 'WITHDRAWN' ? { status, matches: 0 } : { status: 'ACCEPTED', matches: 1 });
    // Nobody accepts what is withdrawn, nor withdraws what is accepted.
    const late = status === 'WITHDRAWN' ? await accept(ally, proposalId)() : await withdraw();
    expect(codeOf(late)).toMatch(/^MATCHING\./);
  }, limit);

  it.each(['first', 'second', 'third'])('accept two proposals of an ally who has room for one: one becomes a match, the %s time too', async (time) => {
    const ally = await newAlly(`Room-${time}-${round}`, 2);
    const family = await openConnection(king, `Room-${time}-${round}`);
    const other = await openConnection(king, `Room-too-${time}-${round}`);
    const ids: string[] = [];
    for (const { parent } of [family, other]) ids.push((await coordinator.do<{ id: string }>(mutation('proposeMatch'), { needId: await needOf(parent.personId), mentorId: ally.personId })).id);
    const [profile] = await king.rows<{ id: string }>('select id from matching.mentor_profile where person_id = $1', [ally.personId]);
    await coordinator.get(mutation('setMentorCapacity'), { input: { profileId: profile!.id, capacity: 1 } });
    for (const id of ids) await done(accept(ally, id));
    await allAtOnce(times(crowd, (at) => accept([family.parent, other.parent][at % 2]!, ids[at % 2]!)));
    expect(await matchesOf(ally)).toHaveLength(1);
  }, limit);

  it('give one person one role, and it is given once', async () => {
    const person = await king.person('CASEWORKER', `Granted-${round}`);
    const codes = await allAtOnce(times(crowd, () => asks('identity', king.supervisor, 'grantRole', { idempotencyKey: randomUUID(), personId: person.personId, role: 'VISIT_SUPERVISOR' })));
    expect(codes.filter((code) => !/^(DONE|IDENTITY\.[A-Z_]+)$/.test(code))).toEqual([]);
    expect(await king.rows(`select 1 from identity.role_assignment where person_id = $1 and role = 'VISIT_SUPERVISOR'`, [person.personId])).toHaveLength(1);
  }, limit);

  it('plan visits of a child that overlap in many ways: no two that are planned do', async () => {
    const family = await openConnection(king, `Visits-${round}`);
    const [childId] = family.childIds;
    await eventually(async () => expect(await king.rows('select 1 from family_time.connected_child where connection_id = $1', [family.connectionId])).toHaveLength(2));
    await coordinator.do(mutation('permitContact'), { personIds: [childId, family.parent.personId], channels: ['IN_PERSON'], source: 'CASE_PLAN' });
    await eventually(async () => expect(await king.rows('select 1 from family_time.contact_rule where $1 in (first_person_id, second_person_id)', [childId])).not.toEqual([]));
    const { id: planId } = await coordinator.do<{ id: string }>(mutation('planFamilyTime'), { connectionId: family.connectionId, childId, frequencyPerWeek: 2, minutes: 60, setting: 'NATURAL', supervision: 'UNSUPERVISED' });
    const begins = Date.now() + 48 * 3_600_000;
    const place = { setting: 'NATURAL', naturalPlace: 'PLAYGROUND', place: 'The playground at the lake' };
    const visit = (at: number) => asks('family-time', coordinator, 'scheduleVisit', { idempotencyKey: randomUUID(), planId, startsAt: new Date(begins + at * 7 * 60_000).toISOString(), minutes: 60, ...place });
    const codes = await allAtOnce(times(crowd, visit));
    expect(new Set(codes)).toEqual(new Set(['DONE', 'FAMILY_TIME.OVERLAPS']));
    const overlapping = `select 1 from family_time.family_time_visit one join family_time.family_time_visit other on one.id < other.id
       where one.plan_id = $1 and other.plan_id = $1 and tstzrange(one.starts_at, one.ends_at) && tstzrange(other.starts_at, other.ends_at)`;
    expect(await king.rows(overlapping, [planId])).toEqual([]);
  }, limit);
});

describe('an idempotency key', () => {
  const input = { idempotencyKey: randomUUID(), children: [{ givenName: 'Ayan', familyName: 'Keyed', birthDate: '2020-02-29' }] };
  const register = async (who: Actor, parent: Actor, more: object = {}): Promise<GraphQLAnswer<{ registerChildren: { id: string }[] }>> =>
    world.askDirectly('identity', who, mutation('registerChildren'), { input: { ...input, parentIds: [parent.personId], ...more } });

  it('sent fifty times at once does it once, and answers everybody the same', async () => {
    const parent = await king.person('PARENT', 'Keyed');
    const childrenBefore = await king.rows('select 1 from identity.child');
    const answers = await Promise.all(times(crowd, () => register(coordinator, parent)));
    expect(answers.map(codeOf)).toEqual(times(crowd, () => 'DONE'));
    expect(new Set(answers.map(({ data }) => data?.registerChildren[0]?.id)).size).toBe(1);
    expect(await king.rows('select 1 from identity.child')).toHaveLength(childrenBefore.length + 1);
  });

  it('of somebody else, or of another county, gives nothing away: it does what it says, as if the key were new', async () => {
    const parent = await king.person('PARENT', 'Keyed');
    const theirs = (await register(coordinator, parent)).data?.registerChildren[0]?.id;
    for (const [who, whose] of [[await king.person('COORDINATOR', 'Another'), parent], [await pierce.person('COORDINATOR'), await pierce.person('PARENT', 'Keyed')]] as const) {
      const answer = await register(who, whose);
      expect(codeOf(answer)).toBe('DONE');
      expect(answer.data?.registerChildren[0]?.id).not.toBe(theirs);
    }
    expect(codeOf(await register(coordinator, parent, { children: [{ ...input.children[0], givenName: 'Sami' }] }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });
});
