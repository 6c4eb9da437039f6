import { identity } from '@fc/identity';
import { eventually, type Actor, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matching } from '../src/index.ts';
import { ally, askFor, carer, connect, describeMentor, needOf, propose, proposing, refusalOf, registering, runMatching, tell } from './program.ts';

/** A county decides, and services take it up, within so many milliseconds on the slowest of machines. */
const longest = 120_000;

let world: World;
let king: TestCounty;
let pierce: TestCounty;

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity, matching] });
  [king, pierce] = [world.county('king'), world.county('pierce')];
}, 120_000);
afterAll(() => world?.stop());

interface Run {
  readonly proposals: readonly { readonly id: string; readonly participantId: string; readonly mentor: { readonly id: string } }[];
  readonly unmatched: readonly { readonly need: { readonly participantId: string }; readonly because: string; readonly explanation: string; readonly spanish: string }[];
  readonly quality: { readonly weightsVersion: number; readonly quotasVersion: number; readonly cameFirst: number | null; readonly cutShort: boolean };
}
const fields = `proposals { id participantId mentor { id } } unmatched { need { participantId } because explanation spanish: explanation(language: "es") }
  quality { optimal cutShort gap weightsVersion quotasVersion cameFirst quotas { mentorRole trainedWithinDays most taken reached } }`;
/** A run under settings that a county has just decided: services take them up within seconds. Until then what it proposes is taken back. */
const runUntil = (county: TestCounty, isDecided: (quality: Run['quality']) => boolean): Promise<Run> =>
  eventually(
    async () => {
      const run = await runMatching<Run>(county, fields);
      if (isDecided(run.quality)) return run;
      await takeBack(county, run);
      throw new Error('the services go by the settings of before');
    },
    { within: 40_000 },
  );
async function takeBack(county: TestCounty, { proposals }: Run): Promise<void> {
  const coordinator = await county.person('COORDINATOR');
  for (const { id: proposalId } of proposals) await tell(coordinator, 'mutation ($input: WithdrawProposalInput!) { withdrawProposal(input: $input) { id } }', { proposalId });
}
const mentorOf = ({ proposals }: Run, who: Actor) => proposals.find(({ participantId }) => participantId === who.personId)?.mentor.id;

describe('the weights of a county', () => {
  it('S02 decide whom a run proposes, and the run keeps by which version it went', async () => {
    const teens = { kind: 'LIVED_EXPERIENCE', value: 'TEENS' };
    const parent = await king.person('PARENT', 'Weighed', { languages: ['so', 'en'] });
    await connect(king, parent, [await king.person('CAREGIVER', 'Weighed')]);
    const [speaks, knows] = [await ally(king, 'Speaks', { languages: ['so', 'en'] }), await ally(king, 'Knows')];
    await describeMentor(knows, { traits: [teens] });
    await askFor(parent, { wishes: [teens] });
    const before = await runMatching<Run>(king, fields);
    expect(before.quality).toMatchObject({ weightsVersion: 1, quotasVersion: 1, quotas: [], optimal: true });
    expect(mentorOf(before, parent)).toBe(speaks.personId);
    await takeBack(king, before);

    await expect(world.decide(king, { matchingWeights: { version: 1, firstLanguage: 10, room: 30, waiting: 20, wishes: 90, hours: 10 } })).rejects.toMatchObject({ code: 'SETTINGS_VERSION' });
    await world.decide(king, { matchingWeights: { version: 2, firstLanguage: 10, room: 30, waiting: 20, wishes: 90, hours: 10 } });
    const after = await runUntil(king, ({ weightsVersion }) => weightsVersion === 2);
    expect(mentorOf(after, parent)).toBe(knows.personId);
  }, longest);
});

describe('who may mentor', () => {
  it('R18 R19 follows the county: how long an own case is closed, and whether kin count', async () => {
    const coordinator = await king.person('COORDINATOR');
    const closedOn = new Date(Date.now() - 400 * 86_400_000).toISOString().slice(0, 10);
    const [early, late] = [await king.person('PARENT_ALLY', 'Early'), await king.person('PARENT_ALLY', 'Late')];
    const [kin, cousin] = [await king.person('CAREGIVER_MENTOR', 'Kin'), await king.person('CAREGIVER_MENTOR', 'Cousin')];
    const asAlly = (who: Actor) => coordinator.do<{ eligible: boolean }>(registering, { personId: who.personId, mentorRole: 'PARENT_ALLY', ownCaseClosedOn: closedOn, trainedOn: '2024-05-01' });
    const asKin = (who: Actor) => coordinator.do<{ eligible: boolean }>(registering, { personId: who.personId, mentorRole: 'CAREGIVER_MENTOR', fosterExperience: 'KIN', workedWithParents: true, trainedOn: '2024-05-01' });
    const eligible = async (who: Actor) => (await who.get<{ myMentorProfile: { eligible: boolean } }>('{ myMentorProfile { eligible } }')).myMentorProfile.eligible;
    expect([await asAlly(early), await asKin(kin)]).toEqual([expect.objectContaining({ eligible: true }), expect.objectContaining({ eligible: true })]);

    await world.decide(king, { allyCaseClosedMonths: 24, kinMayMentor: false });
    await eventually(async () => expect([await eligible(early), await eligible(kin)]).toEqual([false, false]), { within: 10_000 });
    expect(await refusalOf(asAlly(late))).toBe('MATCHING.OWN_CASE_NOT_CLOSED');
    expect(await refusalOf(asKin(cousin))).toBe('MATCHING.KIN_MAY_NOT_MENTOR');
    await world.decide(king, { allyCaseClosedMonths: 12, kinMayMentor: true });
    await eventually(async () => expect([await eligible(early), await eligible(kin)]).toEqual([true, true]), { within: 10_000 });
    expect(await asAlly(late)).toMatchObject({ eligible: true });
  }, longest);

  it('S02 have as many days to answer as the county says', async () => {
    const coordinator = await king.person('COORDINATOR');
    const answered = '{ matchProposals(first: 100, status: PROPOSED) { nodes { id proposedAt answerBy } } }';
    type Proposals = { matchProposals: { nodes: { id: string; proposedAt: string; answerBy: string }[] } };
    const days = async (id: string) => {
      const { proposedAt, answerBy } = (await coordinator.get<Proposals>(answered)).matchProposals.nodes.find((one) => one.id === id)!;
      return (Date.parse(answerBy) - Date.parse(proposedAt)) / 86_400_000;
    };
    const mentor = await ally(king, 'Answers', { capacity: 20 });
    const asked = async (name: string) => {
      const parent = await king.person('PARENT', name);
      await connect(king, parent, [await king.person('CAREGIVER', name)]);
      return propose(king, parent.personId, mentor);
    };
    expect(await days(await asked('Seven'))).toBeCloseTo(7);
    await world.decide(king, { proposalAnswerDays: 2 });
    let turn = 0;
    await eventually(async () => expect(await days(await asked(`Two${(turn += 1)}`))).toBeCloseTo(2), { within: 10_000 });
  }, longest);
});

describe('a quota of the county', () => {
  it('S02 binds a run, which says so; a coordinator goes over it for a reason alone, which is kept', async () => {
    const coordinator = await pierce.person('COORDINATOR');
    const parents = [await pierce.person('PARENT', 'Quota1'), await pierce.person('PARENT', 'Quota2')];
    for (const parent of parents) await connect(pierce, parent, [await pierce.person('CAREGIVER', 'Quota')]);
    await pierce.rows(`update matching.mentor_need set since = now() - interval '9 days' where participant_id = $1`, [parents[1]!.personId]);
    const mentors = [await ally(pierce, 'Quota1'), await ally(pierce, 'Quota2')];
    await world.decide(pierce, { matchingQuotas: { version: 2, limits: [{ mentorRole: 'PARENT_ALLY', trainedWithinDays: null, most: 1 }, { mentorRole: 'PARENT_ALLY', trainedWithinDays: 30, most: 0 }] } });
    const run = await runUntil(pierce, ({ quotasVersion }) => quotasVersion === 2);
    const theirs = run.proposals.filter(({ participantId }) => parents.some(({ personId }) => personId === participantId));
    expect(theirs.map(({ participantId }) => participantId)).toEqual([parents[1]!.personId]);
    expect(run.unmatched).toContainEqual(
      expect.objectContaining({
        need: { participantId: parents[0]!.personId },
        because: 'QUOTA',
        explanation: 'Those who could mentor them are in a group for which the county has set how many matches it may have at a time, and it has them.',
        spanish: expect.stringContaining('un grupo para el que el condado fijó'),
      }),
    );
    const all = { mentorRole: 'PARENT_ALLY', trainedWithinDays: null, most: 1, taken: 1, reached: true };
    expect(run.quality).toMatchObject({ optimal: true, cutShort: false, gap: 0, quotas: [all, { mentorRole: 'PARENT_ALLY', trainedWithinDays: 30, most: 0, taken: 0, reached: true }] });

    const again = await runMatching<Run>(pierce, fields);
    expect(mentorOf(again, parents[0]!)).toBeUndefined();
    const free = mentors.find(({ personId }) => personId !== theirs[0]!.mentor.id)!;
    const need = await needOf(pierce, parents[0]!.personId);
    expect(await refusalOf(free.do(proposing, { needId: need.id, mentorId: free.personId }))).toBe('FORBIDDEN');
    const over = { needId: need.id, mentorId: free.personId };
    expect(await refusalOf(coordinator.do(proposing, over))).toBe('MATCHING.REASON_NEEDED');
    const candidates = 'query ($needId: UUID!) { candidatesFor(needId: $needId) { nodes { mentor { id } constraintsAgainst proposable reasonNeeded } } }';
    type Listed = { candidatesFor: { nodes: { mentor: { id: string } }[] } };
    expect((await coordinator.get<Listed>(candidates, { needId: need.id })).candidatesFor.nodes).toContainEqual({ mentor: { id: free.personId }, constraintsAgainst: ['QUOTA'], proposable: true, reasonNeeded: true });
    const chosen = await coordinator.do('mutation ($input: ProposeMatchInput!) { proposeMatch(input: $input) { constraintsAgainst overrideReason explanation } }', { ...over, reason: 'The county agreed to one more.' });
    expect(chosen).toEqual({ constraintsAgainst: ['QUOTA'], overrideReason: 'The county agreed to one more.', explanation: expect.stringContaining('Not met, and gone against: how many matches a group may have.') });
  }, longest);
});

describe('how long anybody waits behind others', () => {
  it('S12 S02 is the county’s to say: whoever has waited so many days comes first, also when somebody comes in, and is told so', async () => {
    const coordinator = await pierce.person('COORDINATOR');
    const parentWho = async (name: string, languages: readonly string[], days: number) => {
      const parent = await pierce.person('PARENT', name, { languages });
      await connect(pierce, parent, [await pierce.person('CAREGIVER', name, { languages: ['mi'] })]);
      await pierce.rows(`update matching.mentor_need set since = now() - make_interval(days => $2) where participant_id = $1`, [parent.personId, days]);
      return parent;
    };
    const [long, recent] = [await parentWho('Long', ['ca', 'gl'], 41), await parentWho('Recent', ['gl'], 1)];
    const mentor = await ally(pierce, 'OnlyOne', { languages: ['gl'], capacity: 1 });
    await world.decide(pierce, { matchingQuotas: { version: 3, limits: [] } });
    const before = await runUntil(pierce, ({ quotasVersion }) => quotasVersion === 3);
    expect([mentorOf(before, long), mentorOf(before, recent)]).toEqual([undefined, mentor.personId]);
    expect(before.quality).toMatchObject({ cameFirst: 0, optimal: true });
    await takeBack(pierce, before);
    const mine = '{ myMentorNeeds { expectedWait } }';
    expect(await long.get(mine)).toEqual({ myMentorNeeds: [{ expectedWait: 'We cannot say yet how long it will take.' }] });

    await world.decide(pierce, { waitingComesFirstDays: 40 });
    const after = await runUntil(pierce, ({ cameFirst }) => cameFirst === 1);
    expect([mentorOf(after, long), mentorOf(after, recent)]).toEqual([mentor.personId, undefined]);
    await takeBack(pierce, after);
    expect(await long.get(mine)).toEqual({ myMentorNeeds: [{ expectedWait: 'We cannot say yet how long it will take. You have waited long. Whenever we look for mentors, you come first.' }] });
    const { id } = await coordinator.do<{ id: string }>('mutation ($input: ProposeForNeedInput!) { proposeForNeed(input: $input) { id } }', { needId: (await needOf(pierce, recent.personId)).id });
    const found = await eventually(async () => {
      const { matchRun } = await coordinator.get<{ matchRun: Run & { finishedAt: string | null } }>(`query ($id: UUID!) { matchRun(id: $id) { finishedAt ${fields} } }`, { id });
      if (matchRun.finishedAt === null) throw new Error('it still searches');
      return matchRun;
    }, { within: 40_000 });
    expect(found).toMatchObject({ proposals: [{ participantId: long.personId, mentor: { id: mentor.personId } }], unmatched: [{ need: { participantId: recent.personId }, because: 'CAPACITY' }] });
  }, longest);
});

describe('what a county lets families ask for', () => {
  it('S02 S77 may be more than the program’s own experiences, in the words of the county', async () => {
    const parent = await king.person('PARENT', 'Deaf', { languages: ['ase'] });
    await connect(king, parent, [await king.person('CAREGIVER', 'Deaf')]);
    const [knows, plain] = [await ally(king, 'Knows2', { languages: ['ase'] }), await ally(king, 'Plain2', { languages: ['ase'] })];
    const deaf = { kind: 'LIVED_EXPERIENCE', value: 'DEAF_PARENTS' };
    for (const say of [() => askFor(parent, { wishes: [deaf] }), () => describeMentor(knows, { traits: [deaf] }), () => describeMentor(plain, { preferences: ['DEAF_PARENTS'] })]) expect(await refusalOf(say())).toBe('MATCHING.UNKNOWN_EXPERIENCE');
    await world.decide(king, { mentorExperiences: [{ key: 'DEAF_PARENTS', en: 'being a deaf parent', es: 'ser una madre o un padre sordo' }] });
    await eventually(() => describeMentor(knows, { traits: [deaf] }), { within: 20_000 });
    const experiences = 'query ($language: String!) { mentorExperiences(language: $language) { key name } }';
    expect(await parent.get(experiences, { language: 'es' })).toEqual({ mentorExperiences: expect.arrayContaining([{ key: 'TEENS', name: 'adolescentes' }, { key: 'DEAF_PARENTS', name: 'ser una madre o un padre sordo' }]) });
    await describeMentor(plain, { preferences: ['DEAF_PARENTS'] });
    await askFor(parent, { wishes: [deaf] });
    const run = await runMatching<Run>(king, fields);
    expect(mentorOf(run, parent)).toBe(knows.personId);
    const explained = 'query ($needId: UUID!) { candidatesFor(needId: $needId) { nodes { mentor { id } wouldLike explanation } } }';
    const { candidatesFor } = await (await king.person('COORDINATOR')).get<{ candidatesFor: { nodes: { mentor: { id: string } }[] } }>(explained, { needId: (await needOf(king, parent.personId)).id });
    expect(candidatesFor.nodes).toContainEqual({
      mentor: { id: plain.personId },
      wouldLike: ['DEAF_PARENTS'],
      explanation: expect.stringMatching(/The mentor would like to work with being a deaf parent\..*not met: experience with being a deaf parent\./),
    });
    await takeBack(king, run);
  }, longest);
});

describe('a run that is cut short', () => {
  it('S02 says so, and how far off it can be; with the time that it needs it finds both', async () => {
    const [parent, caregiver] = [await king.person('PARENT', 'Short', { languages: ['el'] }), await king.person('CAREGIVER', 'Short', { languages: ['el', 'mt'] })];
    const { householdId } = await connect(king, parent, [caregiver]);
    const [morning, noon, late] = [await ally(king, 'Short', { languages: ['el'] }), await carer(king, 'Noon', { languages: ['mt'] }), await carer(king, 'Late', { languages: ['el'] })];
    const hours = (from: string, to: string) => ({ hours: [{ weekday: 2, from, to }] });
    await describeMentor(morning, hours('09:00', '12:00'));
    await describeMentor(noon, hours('11:00', '14:00'));
    await describeMentor(late, hours('13:00', '15:00')); // speaks their first language, and is not free with the ally
    await world.decide(king, { matchSearchSeconds: 0, matchingWeights: { version: 3, firstLanguage: 50, room: 30, waiting: 20, wishes: 40, hours: 10 } });
    const short = await runUntil(king, ({ weightsVersion }) => weightsVersion === 3);
    expect(short.quality).toMatchObject({ cutShort: true, optimal: false, gap: expect.any(Number) });
    expect(short.quality).not.toMatchObject({ gap: 0 });
    await takeBack(king, short);

    await world.decide(king, { matchSearchSeconds: 20, matchingWeights: { version: 4, firstLanguage: 50, room: 30, waiting: 20, wishes: 40, hours: 10 } });
    const whole = await runUntil(king, ({ weightsVersion }) => weightsVersion === 4);
    expect(whole.quality).toMatchObject({ cutShort: false, optimal: true, gap: 0 });
    expect([parent.personId, householdId as string].map((id) => whole.proposals.find(({ participantId }) => participantId === id)?.mentor.id)).toEqual([morning.personId, noon.personId]);
  }, longest);
});
