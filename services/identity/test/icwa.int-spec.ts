import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf, expectAudited, hoursAgo } from './asking.ts';

const ofChild = 'query ($id: UUID!) { child(id: $id) { icwa { status applies on basis tribes { name } parties { name } } } }';
const placements = 'query ($id: UUID!) { child(id: $id) { placements { type icwa { preference finding foundOn standardOfProof } } } }';
const record = change('recordIcwa', '{ status applies }');

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

const tribe = async (name: string): Promise<string> => (await coordinator.do<{ id: string }>(change('registerTribe'), { name })).id;

describe('the Indian Child Welfare Act', () => {
  it('S86 knows of each child whether it applies: unknown, reason to know, confirmed or determined not, with the tribes and those who are a party', async () => {
    const { childIds, parent, caregiver, householdId } = await placeFamily(king, 'Raven');
    const [id] = childIds as [string];
    expect(await coordinator.get(ofChild, { id })).toEqual({ child: { icwa: { status: 'UNKNOWN', applies: false, on: null, basis: null, tribes: [], parties: [] } } });
    const known = { childIds, status: 'REASON_TO_KNOW', on: '2026-01-05', basis: 'The grandmother says that she is enrolled.' };
    const other = await king.person('CASEWORKER', 'Elsewhere');
    expect(await codeOf(other.do(record, known))).toBe('NOT_FOUND');
    await expectAudited(king, other, 'recordIcwa', 'NOT_FOUND');
    expect(await codeOf(parent.do(record, known))).toBe('FORBIDDEN');
    expect(await coordinator.do(record, known)).toEqual([{ status: 'REASON_TO_KNOW', applies: true }]);

    const [first, second] = [await tribe('First Tribe'), await tribe('Second Tribe')];
    expect(await codeOf(tribe('First Tribe'))).toBe('IDENTITY.TRIBE_KNOWN');
    const confirmed = { ...known, status: 'CONFIRMED', basis: 'Letter of the tribe.' };
    expect(await codeOf(coordinator.do(record, confirmed))).toBe('IDENTITY.TRIBE_NEEDED');
    expect(await codeOf(coordinator.do(record, { ...confirmed, tribeIds: [first], partyIds: [second] }))).toBe('IDENTITY.PARTY_NOT_NAMED');
    expect(await codeOf(coordinator.do(record, { ...known, on: '2999-01-01' }))).toBe('DATE_IN_FUTURE');
    await coordinator.do(record, { ...confirmed, tribeIds: [first, second], partyIds: [first] });
    const icwa = { status: 'CONFIRMED', applies: true, on: '2026-01-05', basis: 'Letter of the tribe.', tribes: [{ name: 'First Tribe' }, { name: 'Second Tribe' }], parties: [{ name: 'First Tribe' }] };
    expect(await coordinator.get(ofChild, { id })).toEqual({ child: { icwa } });

    const connection = await openConnection(king, { parent, caregiver, householdId, childIds, placementIds: [] });
    for (const actor of [parent, caregiver]) await eventually(() => actor.get('query ($id: UUID!) { familyConnection(id: $id) { id } }', { id: connection }));
    expect(await parent.get(ofChild, { id })).toEqual({ child: { icwa } });
    expect(await codeOf(caregiver.get(ofChild, { id }))).toBe('FORBIDDEN');
  });

  it('S86 asks the order of preference at each placement change while the Act may apply, and a court’s finding for a departure', async () => {
    const { childIds } = await placeFamily(king, 'Cedar');
    const [id] = childIds as [string];
    const place = (input: object): Promise<string> => codeOf(coordinator.do(change('placeChildren'), { childIds, ...input }));
    await coordinator.do(record, { childIds, status: 'REASON_TO_KNOW', on: '2026-01-05', basis: 'The mother says so.' });
    expect(await place({ type: 'GROUP_HOME', startedAt: { at: hoursAgo(9) } })).toBe('IDENTITY.ICWA_PREFERENCE_NEEDED');
    await expectAudited(king, coordinator, 'placeChildren', 'IDENTITY.ICWA_PREFERENCE_NEEDED');
    expect(await place({ type: 'HOSPITAL', startedAt: { at: hoursAgo(9) } })).toBe('NOT_REFUSED');
    const kin = await coordinator.do<{ id: string }>(change('registerCaregiverHousehold'), { kind: 'KINSHIP_CAREGIVER', licensed: false, caregiverIds: [(await king.person('RELATIVE', 'Cedar-aunt')).personId] });
    const withKin = { type: 'RELATIVE_FOSTER_HOME', householdId: kin.id, startedAt: { at: hoursAgo(6) } };
    const departure = { finding: 'Good cause: the child’s medical needs.', foundOn: '2026-01-10', standardOfProof: 'CLEAR_AND_CONVINCING' };
    expect(await place({ ...withKin, icwa: { preference: 'EXTENDED_FAMILY', departure } })).toBe('IDENTITY.ICWA_FINDING_NOT_NEEDED');
    expect(await place({ ...withKin, icwa: { preference: 'EXTENDED_FAMILY' } })).toBe('NOT_REFUSED');
    expect(await place({ type: 'GROUP_HOME', startedAt: { at: hoursAgo(3) }, icwa: { preference: 'DEPARTURE' } })).toBe('IDENTITY.ICWA_FINDING_NEEDED');
    expect(await place({ type: 'GROUP_HOME', startedAt: { at: hoursAgo(3) }, icwa: { preference: 'DEPARTURE', departure } })).toBe('NOT_REFUSED');
    await coordinator.do(record, { childIds, status: 'DETERMINED_NOT', on: '2026-01-20', basis: 'The court has found so.' });
    expect(await place({ type: 'RESIDENTIAL_FACILITY', startedAt: { at: hoursAgo(1) } })).toBe('NOT_REFUSED');
    expect(await coordinator.get(placements, { id })).toEqual({
      child: {
        placements: [
          { type: 'FOSTER_FAMILY_HOME', icwa: null },
          { type: 'HOSPITAL', icwa: null },
          { type: 'RELATIVE_FOSTER_HOME', icwa: { preference: 'EXTENDED_FAMILY', finding: null, foundOn: null, standardOfProof: null } },
          { type: 'GROUP_HOME', icwa: { preference: 'DEPARTURE', ...departure } },
          { type: 'RESIDENTIAL_FACILITY', icwa: null },
        ],
      },
    });
  });
});
