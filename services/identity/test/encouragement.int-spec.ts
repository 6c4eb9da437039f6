import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf, expectAudited, hoursAgo } from './asking.ts';

const written = 'query ($id: UUID!) { familyConnection(id: $id) { encouragements { text writtenBy } } }';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

describe('the child’s advocate', () => {
  it('R28 S20 reads an assigned child’s connection and encourages both families, who read it alike', async () => {
    const family = await placeFamily(king, 'Noor');
    const id = await openConnection(king, family);
    const advocate = await king.person('CASA', 'Avery');
    const other = await king.person('CASA', 'Otis');
    const encourage = (by: Actor): Promise<object> => by.do(change('encouragePartnering', '{ text writtenBy }'), { connectionId: id, text: 'Ayan lights up when you two talk.' });
    expect(await codeOf(encourage(advocate))).toBe('NOT_FOUND');
    await coordinator.do(change('assignCase'), { childIds: family.childIds, personId: advocate.personId, role: 'CASA' });
    await eventually(() => advocate.get(written, { id }));
    const encouragement = { text: 'Ayan lights up when you two talk.', writtenBy: advocate.personId };
    expect(await encourage(advocate)).toEqual(encouragement);
    for (const reader of [advocate, family.parent, family.caregiver, coordinator])
      await eventually(async () => expect(await reader.get(written, { id })).toEqual({ familyConnection: { encouragements: [encouragement] } }));

    for (const [actor, code] of [[other, 'NOT_FOUND'], [family.parent, 'FORBIDDEN'], [coordinator, 'FORBIDDEN']] as const) {
      expect(await codeOf(encourage(actor))).toBe(code);
      await expectAudited(king, actor, 'encouragePartnering', code);
    }
    expect(await codeOf(other.get(written, { id }))).toBe('NOT_FOUND');
  });

  it('S20 reads and encourages, and decides nothing', async () => {
    const family = await placeFamily(king, 'Sahra');
    const advocate = await king.person('CASA', 'Avery');
    const { childIds } = family;
    await coordinator.do(change('assignCase'), { childIds, personId: advocate.personId, role: 'CASA' });
    await eventually(() => advocate.get('query ($id: UUID!) { child(id: $id) { givenName placements { type } } }', { id: childIds[0] }));
    expect(await codeOf(advocate.do(change('placeChildren'), { childIds, type: 'GROUP_HOME', startedAt: { at: hoursAgo(1) } }))).toBe('FORBIDDEN');
    expect(await codeOf(advocate.do(change('setCasePlanLimit'), { childIds, personId: family.parent.personId, channels: ['CALL'] }))).toBe('FORBIDDEN');
    expect(await codeOf(advocate.get('query ($id: UUID!) { child(id: $id) { relatives { id } } }', { id: childIds[0] }))).toBe('FORBIDDEN');
  });
});
