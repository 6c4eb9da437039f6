import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, Family, refusal } from './family.ts';

interface Strength {
  id: string;
  kind: string;
  side: string | null;
  childId: string | null;
  text: string;
  shared: boolean;
}

const fields = 'id kind side childId text shared';
const name = `mutation ($input: NameStrengthInput!) { nameStrength(input: $input) { ${fields} } }`;
const share = `mutation ($input: ShareStrengthInput!) { shareStrength(input: $input) { ${fields} } }`;
const takeBack = 'mutation ($input: TakeBackStrengthInput!) { takeBackStrength(input: $input) }';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

describe('strengths', () => {
  it('S76 are named by everybody around two families, of a child or a family, beside who and what is there for them already', async () => {
    const family = await Family.open(king, 'amir');
    const { connectionId, parent, caregiver, caseworker, coordinator, childIds: [childId] } = family;
    const { mentor: ally } = await family.match('PARENT_ALLY');
    const { mentor } = await family.match('CAREGIVER_MENTOR');
    const read = async (actor: Actor): Promise<string[]> => (await family.read<Strength[]>(actor, `strengths { ${fields} }`)).map(({ text }) => text);
    const of = { connectionId, kind: 'STRENGTH' };

    for (const whose of [{}, { side: 'PARENT', childId }]) await expect(ally.do(name, { ...of, ...whose, text: 'Sings.' })).rejects.toEqual(refusal('MEETINGS.WHOSE_STRENGTH'));
    await expect(ally.do(name, { ...of, side: 'PARENT', text: ' ' })).rejects.toEqual(refusal('TEXT_REQUIRED'));
    await expect(ally.do(name, { ...of, side: 'PARENT', text: 'x'.repeat(501) })).rejects.toEqual(refusal('TEXT_TOO_LONG'));
    await expect((await king.person('CASEWORKER', 'stranger')).do(name, { ...of, side: 'PARENT', text: 'Sings.' })).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(caseworker.do(name, { ...of, childId: (await Family.open(king, 'amir-other')).childIds[0], text: 'Sings.' })).rejects.toEqual(refusal('MEETINGS.NOT_THIS_CHILD'));
    const calm = await ally.do<Strength>(name, { ...of, side: 'PARENT', text: 'Stays calm.' });
    expect(calm).toMatchObject({ kind: 'STRENGTH', side: 'PARENT', childId: null, shared: false });
    await caseworker.do(name, { ...of, childId, text: 'Makes friends.' });
    await coordinator.do(name, { ...of, kind: 'SUPPORT', side: 'HOUSEHOLD', text: 'A sister next door.' });

    // Staff read all of it; each family and its mentor their own and the child's.
    for (const staff of [caseworker, coordinator, king.supervisor]) expect(await read(staff)).toEqual(['Stays calm.', 'Makes friends.', 'A sister next door.']);
    for (const theirs of [parent, ally]) expect(await read(theirs)).toEqual(['Stays calm.', 'Makes friends.']);
    for (const theirs of [caregiver, mentor]) expect(await read(theirs)).toEqual(['Makes friends.', 'A sister next door.']);

    // What one family says of the other, and shows it, goes as far as the ledger permits messages.
    await expect(caregiver.do(name, { ...of, side: 'PARENT', text: 'Knows her songs.' })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await expect(change(parent, share, { strengthId: calm.id, shared: true })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await family.permit();
    await caregiver.do(name, { ...of, side: 'PARENT', text: 'Knows her songs.' });
    expect(await read(parent)).toEqual(['Stays calm.', 'Makes friends.', 'Knows her songs.']);
    for (const other of [ally, caseworker]) await expect(change(other, share, { strengthId: calm.id, shared: true })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(change(caregiver, share, { strengthId: calm.id, shared: true })).rejects.toEqual(refusal('NOT_FOUND'));
    expect((await change<Strength>(parent, share, { strengthId: calm.id, shared: true })).shared).toBe(true);
    expect(await read(caregiver)).toContain('Stays calm.');
    await change(parent, share, { strengthId: calm.id, shared: false });
    expect(await read(caregiver)).not.toContain('Stays calm.');

    // A family need not be described: what is theirs they take back, and nobody reads it any more.
    await expect(change(caseworker, takeBack, { strengthId: calm.id })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(change(caregiver, takeBack, { strengthId: calm.id })).rejects.toEqual(refusal('NOT_FOUND'));
    expect(await change(parent, takeBack, { strengthId: calm.id })).toBe(calm.id);
    for (const actor of [parent, ally, king.supervisor]) expect(await read(actor)).not.toContain('Stays calm.');
  });
});
