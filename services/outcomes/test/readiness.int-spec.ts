import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';

interface AreaScore {
  readonly area: string;
  readonly score: number;
  readonly change: number | null;
}
interface Assessment {
  readonly id: string;
  readonly assessedOn: string;
  readonly overall: number;
  readonly change: number | null;
  readonly areas: readonly AreaScore[];
  readonly answers: readonly { readonly questionId: string; readonly level: string }[];
  readonly policiesInPlace: readonly string[];
  readonly shared: boolean;
}
interface Improvement {
  readonly id: string;
  readonly area: string;
  readonly what: string;
  readonly ownerId: string;
  readonly dueOn: string;
  readonly doneOn: string | null;
}
interface Readiness {
  readonly questions: readonly { readonly questionId: string; readonly area: string; readonly text: string }[];
  readonly policies: readonly { readonly policyId: string; readonly text: string }[];
  readonly assessments: readonly Assessment[];
  readonly improvements: readonly Improvement[];
}
interface Shared {
  readonly county: string;
  readonly assessedOn: string;
  readonly overall: number;
  readonly areas: readonly AreaScore[];
  readonly policiesInPlace: number;
  readonly policies: number;
}

const scores = 'assessedOn overall areas { area score change }';
const assessment = `{ id ${scores} change answers { questionId level } policiesInPlace shared }`;
const improvement = '{ id area what ownerId dueOn doneOn }';
const reading = `{ countyReadiness { questions { questionId area text } policies { policyId text } assessments ${assessment} improvements ${improvement} } }`;
const ofState = `{ stateReadiness { county ${scores} policiesInPlace policies } }`;
const recording = `mutation ($input: RecordReadinessAssessmentInput!) { recordReadinessAssessment(input: $input) ${assessment} }`;
const sharing = `mutation ($input: ShareReadinessInput!) { shareReadiness(input: $input) ${assessment} }`;
const planning = `mutation ($input: PlanReadinessImprovementInput!) { planReadinessImprovement(input: $input) ${improvement} }`;
const handingOver = `mutation ($input: HandOverReadinessImprovementInput!) { handOverReadinessImprovement(input: $input) ${improvement} }`;
const finishing = `mutation ($id: UUID!) { finishReadinessImprovement(improvementId: $id) ${improvement} }`;

let world: SharedWorld;
let king: TestCounty;
let supervisor: Actor;
let coordinator: Actor;
let administrator: Actor;

const readinessOf = async (actor: Actor): Promise<Readiness> => (await actor.get<{ countyReadiness: Readiness }>(reading)).countyReadiness;
const refusal = async (actor: Actor, document: string, variables: object = {}): Promise<string | undefined> => (await actor.ask(document, variables)).errors[0]?.extensions?.code;
/** Everything at one level, but for some questions. */
const answered = async (level: string, but: Readonly<Record<string, string>> = {}): Promise<object[]> => (await readinessOf(supervisor)).questions.map(({ questionId }) => ({ questionId, level: but[questionId] ?? level }));
const record = async (assessedOn: string, level: string, policiesInPlace: readonly string[] = []): Promise<Assessment> => supervisor.do<Assessment>(recording, { assessedOn, answers: await answered(level), policiesInPlace });
const seenByState = async (assessedOn: string): Promise<readonly Shared[]> => (await administrator.get<{ stateReadiness: Shared[] }>(ofState)).stateReadiness.filter((shared) => shared.county === king.county.name && shared.assessedOn === assessedOn);

beforeAll(async () => {
  world = await SharedWorld.join('king', 'pierce');
  king = world.county('king');
  supervisor = king.supervisor;
  [coordinator, administrator] = await Promise.all([king.person('COORDINATOR'), world.stateAdministrator()]);
  await eventually(async () => expect(await king.rows(`select 1 from outcomes.access_role where person_id = $1 and role = 'COORDINATOR'`, [coordinator.personId])).toHaveLength(1));
}, 120_000);
afterAll(() => world?.stop());

describe('how ready a county is', () => {
  it('S30 is asked about by area, with a checklist of policies, and answered by a program supervisor for a day, whole', async () => {
    const { questions, policies } = await readinessOf(coordinator);
    expect(new Set(questions.map(({ area }) => area))).toEqual(new Set(['LEADERSHIP', 'POLICY', 'TRAINING', 'RECRUITMENT', 'LIVED_EXPERIENCE', 'FAMILY_TIME', 'COURT', 'DATA']));
    expect(policies.length).toBeGreaterThanOrEqual(8);

    const answers = await answered('BEGUN', { 'RQ-POL-01': 'ALWAYS' });
    const whole = { assessedOn: '2024-05-14', answers, policiesInPlace: ['RP-01', 'RP-04'] };
    for (const actor of [coordinator, await king.person('CASEWORKER')]) await expect(actor.do(recording, whole)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    for (const [input, code] of [
      [{ ...whole, answers: answers.slice(1) }, 'OUTCOMES.QUESTIONS_OPEN'],
      [{ ...whole, answers: [...answers, answers[0]] }, 'OUTCOMES.QUESTIONS_OPEN'],
      [{ ...whole, answers: [...answers.slice(1), { questionId: 'RQ-NONE-01', level: 'BEGUN' }] }, 'OUTCOMES.QUESTIONS_OPEN'],
      [{ ...whole, policiesInPlace: ['RP-99'] }, 'OUTCOMES.NO_SUCH_POLICY'],
      [{ ...whole, assessedOn: '2199-01-01' }, 'DATE_IN_FUTURE'],
    ] as const)
      await expect(supervisor.do(recording, input)).rejects.toMatchObject({ code });
    const recorded = await supervisor.do<Assessment>(recording, whole);
    expect(recorded).toMatchObject({ assessedOn: '2024-05-14', change: null, policiesInPlace: ['RP-01', 'RP-04'], shared: false });
    expect(recorded.areas.find(({ area }) => area === 'POLICY')?.score).toBeCloseTo(5 / 9);
    expect(recorded.areas.find(({ area }) => area === 'COURT')).toEqual({ area: 'COURT', score: expect.closeTo(1 / 3), change: null });
    await expect(supervisor.do(recording, whole)).rejects.toMatchObject({ code: 'OUTCOMES.ALREADY_ASSESSED' });
  });

  it('S30 is seen over time by the county’s own coordinators and supervisors, and by no other county', async () => {
    await record('2024-11-14', 'OFTEN');
    const { assessments } = await readinessOf(coordinator);
    expect(assessments.map(({ assessedOn }) => assessedOn)).toEqual(['2024-05-14', '2024-11-14']);
    expect(assessments[1]?.overall).toBeCloseTo(2 / 3);
    expect(assessments[1]?.areas.find(({ area }) => area === 'COURT')?.change).toBeCloseTo(1 / 3);
    expect(assessments[1]!.change).toBeGreaterThan(0);
    expect((await readinessOf(world.county('pierce').supervisor)).assessments).toEqual([]);
    expect(await refusal(await king.person('PARENT'), reading)).toBe('FORBIDDEN');
    expect(await refusal(administrator, reading)).toBe('NO_COUNTY');
  });

  it('S30 leads to improvements with an owner and a day, handed over and done', async () => {
    const plan = { area: 'COURT', what: 'Tell the judges about the program.', ownerId: coordinator.personId, dueOn: '2199-03-01' };
    await expect(coordinator.do(planning, plan)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const [parent, stranger] = [await king.person('PARENT'), world.county('pierce').supervisor];
    for (const ownerId of [parent.personId, stranger.personId]) await expect(supervisor.do(planning, { ...plan, ownerId })).rejects.toMatchObject({ code: 'OUTCOMES.NO_SUCH_OWNER' });
    await expect(supervisor.do(planning, { ...plan, dueOn: '2020-01-01' })).rejects.toMatchObject({ code: 'DATE_IN_PAST' });
    await expect(supervisor.do(planning, { ...plan, what: ' ' })).rejects.toMatchObject({ code: 'TEXT_REQUIRED' });
    const planned = await supervisor.do<Improvement>(planning, plan);
    expect(planned).toMatchObject({ ...plan, doneOn: null });

    const handOver = { improvementId: planned.id, ownerId: supervisor.personId, dueOn: '2199-04-01' };
    expect(await refusal(stranger, handingOver, { input: { ...handOver, ownerId: stranger.personId } })).toBe('NOT_FOUND');
    expect(await supervisor.get(handingOver, { input: handOver })).toMatchObject({ handOverReadinessImprovement: { ownerId: supervisor.personId, dueOn: '2199-04-01' } });
    expect(await refusal(parent, finishing, { id: planned.id })).toBe('FORBIDDEN');
    expect(await coordinator.get(finishing, { id: planned.id })).toMatchObject({ finishReadinessImprovement: { doneOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } });
    expect(await refusal(coordinator, finishing, { id: planned.id })).toBe('OUTCOMES.IMPROVEMENT_DONE');
    expect(await refusal(supervisor, handingOver, { input: handOver })).toBe('OUTCOMES.IMPROVEMENT_DONE');
    expect((await readinessOf(coordinator)).improvements.map(({ id }) => id)).toEqual([planned.id]);
  });

  it('S30 is seen by the state as scores alone, and only while the county shares them', async () => {
    const { id } = await record('2025-05-14', 'ALWAYS', ['RP-02']);
    expect(await seenByState('2025-05-14')).toEqual([]);
    expect(await refusal(coordinator, sharing, { input: { assessmentId: id, shared: true } })).toBe('FORBIDDEN');
    expect(await refusal(world.county('pierce').supervisor, sharing, { input: { assessmentId: id, shared: true } })).toBe('NOT_FOUND');
    for (let time = 0; time < 2; time += 1) expect(await supervisor.get(sharing, { input: { assessmentId: id, shared: true } })).toMatchObject({ shareReadiness: { shared: true } });

    const [seen, ...more] = await seenByState('2025-05-14');
    expect(more).toEqual([]);
    expect(seen).toMatchObject({ overall: 1, policiesInPlace: 1, policies: (await readinessOf(supervisor)).policies.length });
    expect(seen?.areas).toContainEqual({ area: 'DATA', score: 1, change: null });
    expect(await seenByState('2024-11-14')).toEqual([]); // what was not shared stays
    const [kept] = await world.stateRows<Record<string, unknown>>('select * from outcomes.shared_readiness where county = $1', [king.county.slug]);
    expect(Object.keys(kept!).sort()).toEqual(['assessed_on', 'county', 'county_name', 'policies', 'policies_in_place', 'scores']);
    for (const actor of [supervisor, coordinator]) expect(await refusal(actor, ofState)).toBe('FORBIDDEN');

    for (let time = 0; time < 2; time += 1) expect(await supervisor.get(sharing, { input: { assessmentId: id, shared: false } })).toMatchObject({ shareReadiness: { shared: false } });
    expect(await seenByState('2025-05-14')).toEqual([]);
    expect(await world.stateRows('select 1 from outcomes.shared_readiness where county = $1', [king.county.slug])).toEqual([]);
  });
});
