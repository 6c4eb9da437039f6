import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectionClosedV1 } from '@fc/contracts';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, Family, now, refusal } from './family.ts';

interface Wording {
  language: string;
  text: string;
  interpreterOffer: string | null;
}
interface Moments {
  place: string;
  phase: string;
  suggestions: { promptId: string; wording: Wording; done: boolean }[];
  marked: string[];
}

const fields = 'place phase suggestions { promptId wording { language text interpreterOffer } done } marked';
const mark = 'mutation ($input: MarkMomentInput!) { markMoment(input: $input) }';
const unmark = 'mutation ($input: UnmarkMomentInput!) { unmarkMoment(input: $input) }';
const review = 'mutation ($input: ReviewWordingInput!) { reviewWording(input: $input) { state } }';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const moments = (family: Family, actor: Actor, args: string): Promise<Moments | null> => family.read<Moments | null>(actor, `moments(${args}) { ${fields} }`);
const suggested = async (family: Family, actor: Actor, args: string): Promise<string[]> => (await moments(family, actor, args))!.suggestions.map(({ promptId }) => promptId);

describe('waiting-room moments', () => {
  it('S71 suggests a few small things to each family for the place and the phase, which each marks for themself alone', async () => {
    const family = await Family.open(king, 'amir');
    const { connectionId, parent, caregiver, caseworker, coordinator } = family;
    await family.permit();
    const first = await moments(family, parent, 'place: COURT_WAITING_ROOM');
    expect(first).toMatchObject({ place: 'COURT_WAITING_ROOM', phase: 'BUILD', marked: [] });
    expect(first!.suggestions.map(({ promptId, done }) => [promptId, done])).toEqual([['M-COURT-PAR-01', false], ['M-COURT-PAR-02', false], ['M-COURT-BOTH-01', false]]);
    expect(first!.suggestions[0]!.wording).toEqual({ language: 'en', text: 'Say hello first, even if it is only one word', interpreterOffer: null });
    expect((await suggested(family, caregiver, 'place: BEFORE_VISIT, phase: SUPPORT'))[0]).toBe('M-BEFORE-CAR-03');
    expect(await suggested(family, parent, 'place: COURT_WAITING_ROOM, phase: REUNIFY')).toEqual(['M-COURT-PAR-03', 'M-COURT-PAR-04', 'M-COURT-PAR-01']);
    for (const other of [caseworker, coordinator, king.supervisor]) expect(await moments(family, other, 'place: SCHOOL')).toBeNull();

    expect(await parent.do(mark, { connectionId, promptId: 'M-COURT-PAR-01' })).toBe(true);
    expect(await parent.do(mark, { connectionId, promptId: 'M-COURT-PAR-01' })).toBe(true);
    const then = await moments(family, parent, 'place: COURT_WAITING_ROOM');
    expect([then!.marked, then!.suggestions.map(({ promptId }) => promptId)]).toEqual([['M-COURT-PAR-01'], ['M-COURT-PAR-02', 'M-COURT-BOTH-01', 'M-COURT-BOTH-02']]);
    expect((await moments(family, caregiver, 'place: COURT_WAITING_ROOM'))!.marked).toEqual([]);
    await expect(parent.do(mark, { connectionId, promptId: 'M-COURT-CAR-01' })).rejects.toEqual(refusal('MEETINGS.NO_SUCH_MOMENT'));
    await expect(caseworker.do(mark, { connectionId, promptId: 'M-COURT-BOTH-01' })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect((await king.person('PARENT', 'stranger')).do(mark, { connectionId, promptId: 'M-COURT-PAR-01' })).rejects.toEqual(refusal('NOT_FOUND'));
    for (const promptId of ['M-COURT-PAR-01', 'M-COURT-PAR-01', 'M-COURT\u0000']) expect(await change(parent, unmark, { connectionId, promptId })).toBe(true);
    expect((await moments(family, parent, 'place: COURT_WAITING_ROOM'))!.marked).toEqual([]);
  });

  it('S71 R78 sends nobody up to the other family where the two are not to be in contact, and says no reason', async () => {
    const family = await Family.open(king, 'bea');
    const { connectionId, parent, caregiver } = family;
    expect(await suggested(family, parent, 'place: SCHOOL')).toEqual([]);
    await family.permit();
    expect(await suggested(family, parent, 'place: SCHOOL')).toHaveLength(3);
    await family.prohibit(['IN_PERSON']);
    for (const actor of [parent, caregiver]) {
      expect(await suggested(family, actor, 'place: SCHOOL')).toEqual([]);
      expect(await suggested(family, actor, 'place: SICK_DAY')).toHaveLength(3); // a message is still possible
    }
    expect(await parent.do(mark, { connectionId, promptId: 'M-SCHOOL-PAR-01' })).toBe(true); // for themself
    await king.say(ConnectionClosedV1, { connectionId, closedAt: now() });
    await eventually(async () => expect(await suggested(family, parent, 'place: SICK_DAY')).toEqual([]));
  });
});

describe('short texts of the platform', () => {
  it('S71 S51 S52 R71 are read in Spanish once somebody of the county has reviewed that wording, and until then in English with the offer of an interpreter', async () => {
    const pierce = await world.addCounty('pierce');
    const family = await Family.open(pierce, 'cleo');
    const { connectionId, parent, caseworker, childIds } = family;
    await family.permit();
    await caseworker.do('mutation ($input: PlanReviewHearingInput!) { planReviewHearing(input: $input) { id } }', { connectionId, kind: 'COURT', scheduledFor: '2999-01-01T18:00:00Z', place: 'Room 3' });
    await caseworker.do('mutation ($input: BeginTransitionPlanInput!) { beginTransitionPlan(input: $input) { id } }', { connectionId, childId: childIds[0], goal: 'RETURN_HOME' });
    const wording = 'wording(language: es) { language text interpreterOffer }';
    const inSpanish = {
      MOMENTS: async () => (await moments(family, parent, 'place: SCHOOL, language: es'))!.suggestions[0]!.wording,
      HEARING_TASKS: async () => (await family.read<{ myPreparation: { wording: Wording }[] }[]>(parent, `reviewHearings { myPreparation { ${wording} } }`))[0]!.myPreparation[0]!.wording,
      TRANSITION_STEPS: async () => (await family.read<{ steps: { wording: Wording }[] }[]>(parent, `transitionPlans { steps { ${wording} } }`))[0]!.steps[0]!.wording,
    };
    for (const [pack, read] of Object.entries(inSpanish)) {
      expect([pack, await read()]).toEqual([pack, { language: 'en', text: expect.any(String), interpreterOffer: expect.stringContaining('interpreter') }]);
      const ask = `query ($pack: WordingPack!) { wordingDraft(pack: $pack, language: es) { state wording lines { key text } } }`;
      expect((await parent.ask(ask, { pack })).errors[0]?.extensions?.code).toBe('FORBIDDEN');
      const { wordingDraft: draft } = await pierce.supervisor.get<{ wordingDraft: { state: string; wording: string; lines: { key: string; text: string }[] } }>(ask, { pack });
      expect(draft.state).toBe('MACHINE');
      await expect(pierce.supervisor.do(review, { pack, language: 'es', wording: 'another' })).rejects.toEqual(refusal('MEETINGS.OTHER_WORDING'));
      await expect(parent.do(review, { pack, language: 'es', wording: draft.wording })).rejects.toEqual(refusal('FORBIDDEN'));
      expect(await pierce.supervisor.do(review, { pack, language: 'es', wording: draft.wording })).toEqual({ state: 'REVIEWED' });
      await expect(pierce.supervisor.do(review, { pack, language: 'es', wording: draft.wording })).rejects.toEqual(refusal('MEETINGS.ALREADY_REVIEWED'));
      const spanish = await read();
      expect([spanish.language, spanish.interpreterOffer, draft.lines.map(({ text }) => text).includes(spanish.text)]).toEqual(['es', null, true]);
    }
  });
});
