import { eventually, placeFamily, SharedWorld, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf } from './asking.ts';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

interface Overview {
  readonly partneringOverview: readonly { readonly kind: string; readonly households: number; readonly willing: number; readonly notYet: number; readonly notAsked: number; readonly ways: readonly { readonly way: string; readonly households: number }[] }[];
}

describe('caregivers', () => {
  it('S80 say whether they would partner with parents and how, for themselves, their caseworker and the county’s recruiting, and for nobody else', async () => {
    const coordinator = await king.person('COORDINATOR');
    const [{ caregiver, parent, householdId, childIds }, other] = [await placeFamily(king, 'Partnering'), await placeFamily(king, 'Silent')];
    const caseworker = await king.person('CASEWORKER', 'Partnering-worker');
    await coordinator.do(change('assignCase'), { childIds, personId: caseworker.personId, role: 'CASEWORKER' });
    const say = (who: typeof caregiver, word: object) => who.get(change('sayWillingnessToPartner', '{ willingnessToPartner { answer ways } }'), { input: { householdId, ...word } });
    const ways = ['MENTOR_OTHER_CAREGIVERS', 'TALK_BY_PHONE', 'TALK_BY_PHONE'];
    expect(await codeOf(say(caregiver, { answer: 'WILLING' }))).toBe('IDENTITY.NO_WAY_TO_PARTNER');
    expect(await codeOf(say(caregiver, { answer: 'NOT_YET', ways }))).toBe('IDENTITY.NOT_YET_WILLING');
    expect(await say(caregiver, { answer: 'WITH_SUPPORT', ways })).toEqual({ sayWillingnessToPartner: { willingnessToPartner: { answer: 'WITH_SUPPORT', ways: ['TALK_BY_PHONE', 'MENTOR_OTHER_CAREGIVERS'] } } });
    expect(await codeOf(say(other.caregiver, { answer: 'NOT_YET' }))).toBe('NOT_FOUND');
    expect(await codeOf(say(caseworker, { answer: 'NOT_YET' }))).toBe('FORBIDDEN');

    const reading = 'query ($id: UUID!) { caregiverHousehold(id: $id) { willingnessToPartner { answer } } }';
    const read = (who: typeof caregiver) => who.get(reading, { id: householdId });
    for (const who of [caregiver, caseworker, coordinator, king.supervisor]) expect(await read(who)).toEqual({ caregiverHousehold: { willingnessToPartner: { answer: 'WITH_SUPPORT' } } });
    expect(await codeOf(read(other.caregiver))).toBe('NOT_FOUND');
    await coordinator.do(change('openFamilyConnection'), { parentId: parent.personId, householdId });
    await eventually(async () => expect(await read(parent)).toEqual({ caregiverHousehold: { willingnessToPartner: null } }));

    await say(coordinator, { answer: 'WILLING', ways: ['MEET_IN_PERSON'] });
    const overview = '{ partneringOverview { kind households willing withSupport notYet notAsked ways { way households } } }';
    for (const who of [coordinator, king.supervisor]) {
      const { partneringOverview } = await who.get<Overview>(overview);
      const foster = partneringOverview.find(({ kind }) => kind === 'FOSTER_PARENT')!;
      expect(foster).toMatchObject({ households: 2, willing: 1, withSupport: 0, notYet: 0, notAsked: 1 });
      expect(foster.ways).toContainEqual({ way: 'MEET_IN_PERSON', households: 1 });
      expect(foster.ways).toContainEqual({ way: 'TALK_BY_PHONE', households: 0 });
    }
    for (const who of [caregiver, caseworker, parent]) expect(await codeOf(who.get(overview))).toBe('FORBIDDEN');
  });

  it('S80 counts every kind of home, and each way in each', async () => {
    const { partneringOverview } = await king.supervisor.get<Overview>('{ partneringOverview { kind households willing notYet notAsked ways { way households } } }');
    expect(partneringOverview.map(({ kind, ways }) => [kind, ways.length])).toEqual([['FOSTER_PARENT', 6], ['KINSHIP_CAREGIVER', 6], ['FICTIVE_KIN', 6]]);
  });
});
