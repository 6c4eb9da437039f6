import { identity } from '@fc/identity';
import { eventually, type Actor, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matching } from '../src/index.ts';
import { ally, approve, carer, connect, describeMentor, needOf, refusalOf, runMatching } from './program.ts';

let world: World;
let king: TestCounty;
let pierce: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity, matching] });
  [king, pierce] = [world.county('king'), world.county('pierce')];
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

interface Run {
  readonly id: string;
  readonly proposals: readonly { readonly id: string; readonly participantId: string; readonly mentor: { readonly id: string }; readonly explanation: string }[];
  readonly unmatched: readonly { readonly because: string }[];
}
const looking = 'mutation ($input: ProposeForNeedInput!) { proposeForNeed(input: $input) { id proposals { id participantId mentor { id } explanation } unmatched { because } quality { served optimal } } }';
const standing = '{ matchProposals(first: 100, status: PROPOSED) { nodes { participantId approvedAt mentor { id } } } }';
type Standing = { matchProposals: { nodes: { participantId: string; mentor: { id: string }; approvedAt: string | null }[] } };
const mentorOf = async (county: TestCounty, who: Actor) => (await (await county.person('COORDINATOR')).get<Standing>(standing)).matchProposals.nodes.find(({ participantId }) => participantId === who.personId)?.mentor.id;

async function parentWho(county: TestCounty, name: string, languages: readonly string[]): Promise<Actor> {
  const parent = await county.person('PARENT', name, { languages });
  await connect(county, parent, [await county.person('CAREGIVER', name, { languages: ['mi'] })]);
  return parent;
}

describe('one who comes in', () => {
  it('S02 is found a mentor beside what stands: who was proposed and not yet approved may move, who was asked does not, and nobody loses their place', async () => {
    const [somali, english] = [await ally(king, 'Somali', { languages: ['so'], capacity: 1 }), await ally(king, 'English', { languages: ['en', 'so'], capacity: 1 })];
    const both = await parentWho(king, 'Both', ['en', 'so']);
    await runMatching(king, 'id');
    expect(await mentorOf(king, both)).toBe(english.personId);

    const newcomer = await parentWho(king, 'Newcomer', ['en']);
    const need = await needOf(king, newcomer.personId);
    const request = { idempotencyKey: crypto.randomUUID(), needId: need.id };
    expect(await refusalOf(newcomer.do(looking, request))).toBe('FORBIDDEN');
    expect(await refusalOf(king.supervisor.do(looking, request))).toBe('FORBIDDEN');
    const found = await coordinator.do<Run>(looking, request);
    expect(found).toMatchObject({ unmatched: [], quality: { served: 2, optimal: true } });
    const forNewcomer = found.proposals.find(({ participantId }) => participantId === newcomer.personId)!;
    expect(forNewcomer).toMatchObject({ mentor: { id: english.personId }, explanation: expect.stringContaining('Both speak English. Met: the role') });
    expect(await mentorOf(king, both)).toBe(somali.personId);
    expect(await newcomer.get('{ myProposals { id } }')).toEqual({ myProposals: [] });
    expect((await coordinator.do<Run>(looking, request)).id).toBe(found.id);
    expect(await refusalOf(coordinator.do(looking, { needId: need.id }))).toBe('MATCHING.PROPOSAL_ALREADY_OPEN');

    await approve(king, found.proposals);
    const [late, more] = [await parentWho(king, 'Late', ['en']), await ally(king, 'More', { languages: ['en', 'so'], capacity: 1 })];
    expect(await coordinator.do<Run>(looking, { needId: (await needOf(king, late.personId)).id })).toMatchObject({ proposals: [{ participantId: late.personId, mentor: { id: more.personId } }] });
    const last = await parentWho(king, 'Last', ['en']);
    expect(await coordinator.do<Run>(looking, { needId: (await needOf(king, last.personId)).id })).toMatchObject({ proposals: [], unmatched: [{ because: 'CAPACITY' }] });
    for (const [who, mentor] of [[both, somali], [newcomer, english], [late, more]] as const) expect(await mentorOf(king, who)).toBe(mentor.personId);
  });

  it('S02 is found one by itself where the county wants it so, for a coordinator to approve', async () => {
    const [mentor, other] = [await ally(pierce, 'Waits', { languages: ['so'] }), await carer(pierce, 'Waits', { languages: ['mi'] })];
    const before = await parentWho(pierce, 'Before', ['so']);
    await world.decide(pierce, { matchOnArrival: true });
    const after = await eventually(
      async () => {
        const parent = await parentWho(pierce, 'After', ['so']);
        await eventually(async () => expect(await mentorOf(pierce, parent)).toBe(mentor.personId), { within: 3_000 });
        return parent;
      },
      { within: 40_000 },
    );
    expect(await mentorOf(pierce, before)).toBeUndefined();
    expect(await after.get('{ myProposals { id } }')).toEqual({ myProposals: [] });
    const { nodes } = (await (await pierce.person('COORDINATOR')).get<Standing>(standing)).matchProposals;
    expect(nodes.filter(({ mentor: { id } }) => id === other.personId).every(({ approvedAt }) => approvedAt === null)).toBe(true);
  }, 90_000);

  it('S02 R15 is found one together with the other family of the connection, so that neither takes the hours that the other needs', async () => {
    const on = (weekday: number) => ({ hours: [{ weekday, from: '09:00', to: '12:00' }] });
    const [monday, tuesday, carers] = [await ally(pierce, 'Monday', { languages: ['qu'], capacity: 9 }), await ally(pierce, 'Tuesday', { languages: ['qu'], capacity: 1 }), await carer(pierce, 'Tuesday', { languages: ['ay'] })];
    await describeMentor(monday, on(1));
    for (const mentor of [tuesday, carers]) await describeMentor(mentor, on(2));
    await world.decide(pierce, { matchOnArrival: true });
    const [parent, caregiver] = [await pierce.person('PARENT', 'Together', { languages: ['qu'] }), await pierce.person('CAREGIVER', 'Together', { languages: ['ay'] })];
    const { householdId } = await connect(pierce, parent, [caregiver]);
    const found = await eventually(async () => {
      const { nodes } = (await (await pierce.person('COORDINATOR')).get<Standing>(standing)).matchProposals;
      const theirs = nodes.filter(({ participantId }) => [parent.personId, householdId].includes(participantId));
      expect(theirs.length).toBeGreaterThan(0);
      return theirs.map(({ mentor }) => mentor.id);
    }, { within: 40_000 });
    expect(found.sort()).toEqual([tuesday.personId, carers.personId].sort());
  }, 90_000);
});
