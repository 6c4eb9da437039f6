import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asAdministrator } from '@fc/countyctl';
import { newId } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { eventually, type Actor, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { ally, approving, carer, connect, declining, needOf, tell } from '../../services/matching/test/program.ts';

let world: World;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, matching] });
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 60_000);
afterAll(() => world?.stop());

const fields = 'id startedAt finishedAt givenUp proposals { participantId mentor { id } } unmatched { because } quality { served optimal gap }';
interface Run {
  readonly id: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly givenUp: boolean;
  readonly proposals: { participantId: string; mentor: { id: string } }[];
  readonly unmatched: { because: string }[];
  readonly quality: { served: number; optimal: boolean; gap: number | null } | null;
}
const running = `mutation ($input: RunMatchingInput!) { runMatching(input: $input) { ${fields} } }`;
const runOf = async (id: string): Promise<Run> => (await coordinator.get<{ matchRun: Run }>(`query ($id: UUID!) { matchRun(id: $id) { ${fields} } }`, { id })).matchRun;
const finished = (id: string): Promise<Run> =>
  eventually(
    async () => {
      const run = await runOf(id);
      expect(run.finishedAt).not.toBeNull();
      return run;
    },
    { within: 40_000, every: 100 },
  );

const describing = 'mutation ($input: DescribeMentorInput!) { describeMentor(input: $input) { id } }';
const freeFrom = async (mentor: Actor, from: string, to: string): Promise<unknown> => {
  const { myMentorProfile } = await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }');
  return tell(mentor, describing, { profileId: myMentorProfile.id, hours: [{ weekday: 1, from, to }] });
};

/** A parent and a household who are connected, an ally who is free in the morning, and a mentor for whom all speaks but the hours. */
async function waitingFamily(name: string, language: string) {
  const about = { languages: [language] };
  const family = { languages: [language, 'en'] };
  const [parent, caregiver] = [await king.person('PARENT', name, family), await king.person('CAREGIVER', name, family)];
  const { householdId } = await connect(king, parent, [caregiver]);
  const needIds = [(await needOf(king, parent.personId)).id, (await needOf(king, householdId)).id];
  const [one, afternoon] = [await ally(king, name, { ...about, capacity: 1 }), await carer(king, `${name}-afternoon`, { ...about, capacity: 1 })];
  await freeFrom(one, '09:00', '12:00');
  await freeFrom(afternoon, '13:00', '16:00');
  return { parent, householdId, needIds, one, afternoon };
}

/** Nobody can propose meanwhile; answers what `meanwhile` answers. */
const whileNobodyProposes = <Answer>(meanwhile: () => Promise<Answer>): Promise<Answer> =>
  asAdministrator(world.platform, king.county.database.name, async (client) => {
    const lock = async (what: string): Promise<unknown> => client.query(`set search_path to matching; select ${what}(hashtext('proposing'))`);
    await lock('pg_advisory_lock');
    try {
      return await meanwhile();
    } finally {
      await lock('pg_advisory_unlock');
    }
  });

/** So many transactions wait until they may propose. */
const waitToPropose = (count: number): Promise<void> =>
  eventually(
    async () => {
      const waiting = await king.rows(`select 1 from pg_locks where locktype = 'advisory' and not granted and objid = (hashtext('proposing')::bigint & 4294967295)::oid`);
      expect(waiting).toHaveLength(count);
    },
    { within: 40_000, every: 100 },
  );

/** A second process of the service; answers what ends it. */
async function startAnotherProcess(): Promise<() => Promise<void>> {
  const first = world.subgraphs.get('matching')!;
  const other = await world.startSubgraph(matching);
  world.subgraphs.set('matching', first);
  return () => other.close();
}

/** A run that another process has taken in hand, which has died since. */
const abandoned = async (needIds: readonly string[], { inHandFor = '1 second', tries = 1 } = {}): Promise<string> => {
  const id = newId<'MatchRun'>();
  await king.rows(`insert into matching.match_run (id, started_at, unmatched, search, in_hand_until, tries) values ($1, now(), '[]', $2, now() + $3::interval, $4)`, [id, JSON.stringify({ needIds, seed: 0 }), inHandFor, tries]);
  return id;
};

describe('a run that cannot be finished at once', () => {
  it('goes on by itself, and proposes what it has found', async () => {
    const { parent, householdId, one } = await waitingFamily('Search', 'so');
    const midday = await carer(king, 'Search-noon', { capacity: 1 }); // who speaks their second language alone
    await freeFrom(midday, '10:00', '14:00');
    const run = await finished((await coordinator.do<Run>(running, {})).id);
    expect(run.finishedAt).not.toBe(run.startedAt); // what is found at once is finished in the moment in which it begins
    expect(run.quality).toEqual({ served: 2, optimal: true, gap: 0 });
    expect(run.proposals.map(({ participantId, mentor }) => [participantId, mentor.id]).sort()).toEqual([[parent.personId, one.personId], [householdId, midday.personId]].sort());
  }, 60_000);

  it('is taken up by another process when the one that had it in hand has died, and by one alone', async () => {
    const { needIds, parent, householdId } = await waitingFamily('Abandoned', 'vi');
    const id = await abandoned(needIds);
    expect((await coordinator.do<Run>(running, {})).id).toBe(id);
    const end = await startAnotherProcess();
    const run = await finished(id);
    expect(run).toMatchObject({ unmatched: [{ because: 'CO_LEADER' }], quality: { served: 1, optimal: true } });
    const proposed = await king.rows('select 1 from matching.match_proposal where participant_id in ($1, $2)', [parent.personId, householdId]);
    expect(proposed).toHaveLength(1);
    await end();
  }, 60_000);

  it('is given up when it has taken down one process after the other, and the next run looks for those who wait', async () => {
    const { needIds, parent, householdId } = await waitingFamily('GivenUp', 'am');
    const id = await abandoned(needIds, { tries: 3 });
    await coordinator.do<Run>(running, {}); // which wakes whoever takes runs in hand
    expect(await finished(id)).toMatchObject({ givenUp: true, proposals: [], unmatched: [], quality: null });
    const next = await finished((await coordinator.do<Run>(running, {})).id);
    expect(next.givenUp).toBe(false);
    expect(next.proposals.filter(({ participantId }) => [parent.personId, householdId as string].includes(participantId))).toHaveLength(1); // their two mentors are not free together
  }, 60_000);

  it('proposes nobody for whom something came between, and looks for somebody else at once', async () => {
    const { needIds, householdId, afternoon } = await waitingFamily('Between', 'ti');
    const { id, end } = await whileNobodyProposes(async () => {
      const waiting = { id: await abandoned(needIds, { inHandFor: '0 seconds' }), end: await startAnotherProcess() };
      await waitToPropose(1);
      await freeFrom(afternoon, '11:00', '16:00');
      return waiting;
    });
    const run = await finished(id);
    expect(run).toMatchObject({ unmatched: [], quality: { served: 2 } });
    expect(run.proposals).toContainEqual({ participantId: householdId, mentor: { id: afternoon.personId } });
    await end();
  }, 60_000);
});

describe('the next best', () => {
  it('is looked for once, though every process of the service sees that it is due', async () => {
    const about = { languages: ['lo'] };
    const parent = await king.person('PARENT', 'Next', about);
    await connect(king, parent, [await king.person('CAREGIVER', 'Next', about)]);
    const [one, second] = [await ally(king, 'Next', about), await ally(king, 'Next-too', about)];
    const begun = await coordinator.do<Run>(running, {});
    const first = (await finished(begun.id)).proposals.find(({ participantId }) => participantId === parent.personId)!;
    const next = first.mentor.id === one.personId ? second : one;
    const [proposal] = await king.rows<{ id: string }>(`select id from matching.match_proposal where participant_id = $1`, [parent.personId]);
    await tell(coordinator, approving, { proposalIds: [proposal!.id] });
    const runs = () => king.rows('select 1 from matching.match_run');
    const before = (await runs()).length;
    const end = await whileNobodyProposes(async () => {
      await tell(parent, declining, { proposalId: proposal!.id });
      await waitToPropose(1);
      const other = await startAnotherProcess();
      await waitToPropose(2);
      return other;
    });
    const open = `{ matchProposals(first: 100, status: PROPOSED) { nodes { participantId mentor { id } } } }`;
    const { matchProposals } = await eventually(async () => {
      const answer = await coordinator.get<{ matchProposals: { nodes: Run['proposals'] } }>(open);
      expect(answer.matchProposals.nodes.filter(({ participantId }) => participantId === parent.personId)).toHaveLength(1);
      return answer;
    });
    expect(matchProposals.nodes).toContainEqual({ participantId: parent.personId, mentor: { id: next.personId } });
    await waitToPropose(0);
    expect((await runs()).length).toBe(before + 1);
    await end();
  }, 60_000);
});
