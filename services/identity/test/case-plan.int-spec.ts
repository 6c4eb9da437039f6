import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf, expectAudited, hoursAgo, said, tell } from './asking.ts';

const fields = '{ id personId terms { revision channels timesPerWeek supervision until document } earlier { revision channels timesPerWeek } }';
const limitsOf = `query ($id: UUID!) { child(id: $id) { casePlanLimits ${fields} } }`;

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

/** A family with a caseworker on the case, connected with the child's home. */
async function connected(name: string): Promise<{ family: TestFamily; caseworker: Actor; childId: string; terms: object }> {
  const family = await placeFamily(king, name);
  const caseworker = await king.person('CASEWORKER', `${name}-worker`);
  await coordinator.do(change('assignCase'), { childIds: family.childIds, personId: caseworker.personId, role: 'CASEWORKER' });
  const id = await openConnection(king, family);
  for (const actor of [family.parent, family.caregiver]) await eventually(() => actor.get('query ($id: UUID!) { familyConnection(id: $id) { id } }', { id }));
  const [childId] = family.childIds as [string];
  return { family, caseworker, childId, terms: { childIds: family.childIds, personId: family.parent.personId, channels: ['CALL', 'IN_PERSON'], timesPerWeek: 2, supervision: 'MONITORED', document: 'Plan of June' } };
}

describe('what the case plan sets for contact', () => {
  it('R44 is entered by the caseworker of the case in revisions, told to the services that plan contact, and by nobody else', async () => {
    const { family, caseworker, childId, terms } = await connected('Noor');
    for (const [actor, code] of [[family.parent, 'FORBIDDEN'], [await king.person('CASEWORKER', 'Elsewhere'), 'NOT_FOUND']] as const) {
      expect(await codeOf(actor.do(change('setCasePlanLimit'), terms))).toBe(code);
      await expectAudited(king, actor, 'setCasePlanLimit', code);
    }
    const [limit] = await caseworker.do<{ id: string }[]>(change('setCasePlanLimit'), terms);
    await caseworker.do(change('setCasePlanLimit'), { ...terms, channels: ['CALL'], timesPerWeek: 1, supervision: null });
    expect(await caseworker.get(limitsOf, { id: childId })).toEqual({
      child: {
        casePlanLimits: [
          {
            id: limit?.id,
            personId: family.parent.personId,
            terms: { revision: 2, channels: ['CALL'], timesPerWeek: 1, supervision: null, until: null, document: 'Plan of June' },
            earlier: [{ revision: 1, channels: ['IN_PERSON', 'CALL'], timesPerWeek: 2 }],
          },
        ],
      },
    });
    const told = await said<{ limitId: string; revision: number; document?: string }>(king, 'identity.case-plan-limit-set.v1');
    expect(told).toContainEqual(expect.objectContaining({ limitId: limit?.id, childId, personId: family.parent.personId, channels: ['CALL'], timesPerWeek: 1, supervision: null, revision: 2 }));
    expect(told.every((event) => !('document' in event))).toBe(true);
    await tell(caseworker, 'endCasePlanLimit', { limitId: limit?.id });
    expect(await codeOf(tell(caseworker, 'endCasePlanLimit', { limitId: limit?.id }))).toBe('IDENTITY.LIMIT_ENDED');
    expect(await said(king, 'identity.case-plan-limit-set.v1')).toContainEqual(expect.objectContaining({ limitId: limit?.id, revision: 3, until: expect.any(String) }));
  });

  it('R44 shows each family what concerns it, without the document, and the other parent nothing of it', async () => {
    const { family, caseworker, childId, terms } = await connected('Sahra');
    const father = await king.person('PARENT', 'Sahra-father');
    await tell(caseworker, 'addParent', { childIds: [childId], parentId: father.personId });
    const his = await openConnection(king, { ...family, parent: father });
    await eventually(() => father.get('query ($id: UUID!) { familyConnection(id: $id) { id } }', { id: his }));
    await caseworker.do(change('setCasePlanLimit'), terms);
    for (const actor of [family.parent, family.caregiver])
      expect(await actor.get(limitsOf, { id: childId })).toMatchObject({ child: { casePlanLimits: [{ terms: { timesPerWeek: 2, document: null } }] } });
    expect(await father.get(limitsOf, { id: childId })).toEqual({ child: { casePlanLimits: [] } });
  });

  it('refuses a limit without a way of contact, of no frequency, that ends before it begins, or for somebody who is no family', async () => {
    const { family, caseworker, terms } = await connected('Hodan');
    const set = (changes: object): Promise<string> => codeOf(caseworker.do(change('setCasePlanLimit'), { ...terms, ...changes }));
    expect(await set({ channels: [] })).toBe('IDENTITY.NO_CHANNEL');
    expect(await set({ timesPerWeek: 0 })).toBe('IDENTITY.INVALID_FREQUENCY');
    expect(await set({ until: hoursAgo(2) })).toBe('DATE_TOO_EARLY');
    expect(await set({ personId: family.caregiver.personId })).toBe('IDENTITY.NOT_OF_THE_FAMILY');
    expect(await set({ timesPerWeek: null })).toBe('NOT_REFUSED');
  });
});
