import { openConnection, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf, expectAudited, hoursAgo } from './asking.ts';

const mine = '{ myCare { homes { type caregivers to } connections { parent caregivers open } team { givenName role } feedback { about text } } }';
const give = change('giveYouthFeedback', '{ about text }');
const feedback = '{ youthFeedback(first: 100) { nodes { childId about text } } }';
const about = { about: 'TIME_WITH_MY_FAMILY', text: 'I would like to see my mother on Sundays.' };

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

const yearsAgo = (years: number, days = 0): string => {
  const date = new Date(Date.now() - days * 86_400_000);
  date.setFullYear(date.getFullYear() - years);
  return date.toISOString().slice(0, 10);
};
/** A child of that family, in the same home since five hours, born then. */
async function child({ parent, householdId }: TestFamily, birthDate: string): Promise<string> {
  const [registered] = await coordinator.do<{ id: string }[]>(change('registerChildren'), { children: [{ givenName: 'Ayan', familyName: 'Example', birthDate }], parentIds: [parent.personId] });
  const childIds = [registered!.id];
  await coordinator.do(change('beginFosterCare'), { childIds, removedAt: { at: hoursAgo(6) } });
  await coordinator.do(change('placeChildren'), { childIds, type: 'FOSTER_FAMILY_HOME', householdId, startedAt: { at: hoursAgo(5) } });
  return registered!.id;
}
const inviteYouth = (childId: string, email: string, by = coordinator): Promise<object> => by.do(change('inviteYouth'), { childId, email });

describe('young people in care', () => {
  it('S88 see their own homes, connections and team from the county’s age on, and say how it is to the coordinator alone', async () => {
    const family = await placeFamily(king, 'Noor');
    const childId = await child(family, yearsAgo(15));
    await openConnection(king, family);
    const caseworker = await king.person('CASEWORKER', 'Casey');
    await coordinator.do(change('assignCase'), { childIds: [childId], personId: caseworker.personId, role: 'CASEWORKER' });
    expect(await codeOf(inviteYouth(childId, 'ayan@example.org', family.parent))).toBe('FORBIDDEN');
    await inviteYouth(childId, 'ayan@example.org');
    const youth = await king.signedIn(childId, 'ayan@example.org');
    const home = { type: 'FOSTER_FAMILY_HOME', caregivers: ['Noor'], to: null };
    expect(await youth.get(mine)).toEqual({
      myCare: { homes: [home], connections: [{ parent: 'Noor', caregivers: ['Noor'], open: true }], team: [{ givenName: 'Casey', role: 'CASEWORKER' }], feedback: [] },
    });
    expect(await youth.do(give, about)).toEqual(about);
    expect(await youth.get(mine)).toMatchObject({ myCare: { feedback: [about] } });
    expect(await codeOf(youth.do(give, { ...about, text: ' ' }))).toBe('TEXT_REQUIRED');

    for (const reader of [coordinator, king.supervisor]) expect(await reader.get(feedback)).toEqual({ youthFeedback: { nodes: [{ childId, ...about }] } });
    for (const reader of [family.parent, family.caregiver, caseworker, youth]) expect(await codeOf(reader.get(feedback))).toBe('FORBIDDEN');
    for (const reader of [family.parent, caseworker]) expect(await codeOf(reader.get(mine))).toBe('FORBIDDEN');
    await expectAudited(king, caseworker, 'youthFeedback', 'FORBIDDEN');
    expect(await codeOf(youth.get('query ($id: UUID!) { child(id: $id) { id } }', { id: family.childIds[0] }))).toBe('NOT_FOUND');
    expect(await codeOf(youth.get('query ($id: UUID!) { person(id: $id) { id } }', { id: family.parent.personId }))).toBe('NOT_FOUND');
  });

  it('S88 get nothing below that age, not the day before either, nor whoever is no child of the program', async () => {
    const family = await placeFamily(king, 'Sahra');
    const childId = await child(family, yearsAgo(14, -2));
    expect(await codeOf(inviteYouth(childId, 'young@example.org'))).toBe('IDENTITY.TOO_YOUNG');
    await expectAudited(king, coordinator, 'inviteYouth', 'IDENTITY.TOO_YOUNG');
    const stranger = await king.person('YOUTH', 'Stranger');
    expect(await codeOf(stranger.get(mine))).toBe('NOT_FOUND');
    expect(await codeOf(stranger.do(give, about))).toBe('NOT_FOUND');

    const older = await child(family, yearsAgo(14, 2));
    await inviteYouth(older, 'older@example.org');
    const youth = await king.signedIn(older, 'older@example.org');
    expect(await youth.get(mine)).toMatchObject({ myCare: { homes: [{ type: 'FOSTER_FAMILY_HOME' }] } });
    expect(await codeOf(inviteYouth(older, 'again@example.org'))).toBe('IDENTITY.ACCOUNT_ALREADY_THERE');
    // The date of birth was wrong: what they had is gone with it.
    await king.rows(`update identity.child set birth_date = $2 where id = $1`, [older, yearsAgo(9)]);
    expect(await codeOf(youth.get(mine))).toBe('IDENTITY.TOO_YOUNG');
    expect(await codeOf(youth.do(give, about))).toBe('IDENTITY.TOO_YOUNG');
  });
});
