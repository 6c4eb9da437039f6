import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, Family, now, refusal } from './family.ts';

interface Entry {
  id: string;
  field: string;
  text: string;
  sensitivity: string;
  consent: string;
}

const entry = 'id field text sensitivity consent';
const write = `mutation ($input: WriteChildProfileInput!) { writeChildProfile(input: $input) { ${entry} } }`;
const renew = `mutation ($input: RenewProfileConsentInput!) { renewProfileConsent(input: $input) { ${entry} } }`;
const withdraw = `mutation ($input: RenewProfileConsentInput!) { withdrawProfileConsent(input: $input) { ${entry} } }`;
const everyField = ['SLEEP', 'FOOD', 'LIKES', 'DISLIKES', 'SONG', 'TOY', 'SCHOOL', 'MEDICAL', 'DENTAL', 'HAIR_AND_HYGIENE', 'FAITH', 'CULTURE', 'ETHNIC_PRACTICES', 'PARENTING', 'IDENTITY', 'ACTIVITIES', 'COMFORT_ITEM'];

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const profile = async (actor: Actor, childId: string): Promise<Entry[]> => (await actor.get<{ child: { profile: Entry[] } }>(`query ($id: UUID!) { child(id: $id) { profile { ${entry} } } }`, { id: childId })).child.profile;
const fieldsRead = async (actor: Actor, childId: string): Promise<string[]> => (await profile(actor, childId)).map(({ field }) => field).sort();
const toRenew = async (actor: Actor, childId: string, connectionId: string): Promise<Entry[]> =>
  (await actor.get<{ child: { profileToRenew: Entry[] } }>(`query ($id: UUID!, $connectionId: UUID!) { child(id: $id) { profileToRenew(connectionId: $connectionId) { ${entry} } } }`, { id: childId, connectionId })).child.profileToRenew;

/** The connection of that parent with the home where the child lives now. */
const nextConnection = (parent: Actor, last: string): Promise<string> =>
  eventually(async () => {
    const { familyConnections } = await parent.get<{ familyConnections: { nodes: { id: string; status: string }[] } }>('{ familyConnections(first: 100) { nodes { id status } } }');
    const found = familyConnections.nodes.find(({ id, status }) => status === 'OPEN' && id !== last);
    expect(found).toBeDefined();
    return found!.id;
  });

describe('the profile of a child', () => {
  it('S45 S46 S47 R40 holds whatever a parent wants the caregiver to know, no field of it compulsory, and the caregiver reads it the same day', async () => {
    const family = await Family.open(king, 'amir');
    const { connectionId, parent, caregiver, childIds: [childId] } = family as Family & { childIds: [string] };
    await parent.do(write, { connectionId, entries: [{ field: 'SONG', text: 'You are my sunshine, twice, with the hall light on.', consent: 'THIS_HOME' }] });
    const unasked = { connectionId, entries: [{ field: 'FOOD', text: 'Rice.', consent: 'THIS_HOME' }, { field: 'SLEEP', text: 'The door open.' }] };
    await expect(parent.do(write, unasked)).rejects.toEqual(refusal('MEETINGS.CONSENT_NEEDED')); // and nothing of it is kept
    expect(await profile(caregiver, childId)).toMatchObject([{ field: 'SONG', text: 'You are my sunshine, twice, with the hall light on.', consent: 'THIS_HOME' }]);
    await parent.do(write, { connectionId, entries: everyField.map((field) => ({ field, text: `About ${field}.`, consent: 'THIS_HOME' })) });
    expect(await fieldsRead(caregiver, childId)).toEqual([...everyField].sort());
    await caregiver.do(write, { connectionId, entries: [{ field: 'FAITH', text: 'We go to her church on Sundays, as her mother asked.', consent: 'THIS_HOME' }] });
    expect((await profile(parent, childId)).find(({ field }) => field === 'FAITH')?.text).toContain('as her mother asked');
  });

  it('S45 R78 takes nothing from either family while they must not write to each other, says no reason, and leaves what was told before', async () => {
    const family = await Family.open(king, 'edda');
    const { connectionId, parent, caregiver, childIds } = family;
    const telling = (text: string): object => ({ connectionId, entries: [{ field: 'SLEEP', text, consent: 'THIS_HOME' }] });
    await parent.do(write, telling('One song.')); // before anybody has permitted anything
    const prohibition = await family.prohibit(['MESSAGE']);
    for (const actor of [parent, caregiver]) await expect(actor.do(write, telling('You will hear from me.'))).rejects.toThrow('This is not possible at present. Please ask your caseworker.');
    for (const reader of [caregiver, family.caseworker]) expect(await profile(reader, childIds[0]!)).toMatchObject([{ text: 'One song.' }]);
    await family.endRule(prohibition);
    await parent.do(write, telling('Two songs.'));
    expect(await profile(caregiver, childIds[0]!)).toMatchObject([{ text: 'Two songs.' }]);
  });

  it('S46 R36 never shows a child’s identity to more than the families and the caseworkers, whatever was said when it was told', async () => {
    const family = await Family.open(king, 'bea');
    const { connectionId, parent, caregiver, caseworker, coordinator, childIds } = family;
    const [written] = await parent.do<Entry[]>(write, { connectionId, entries: [{ field: 'IDENTITY', text: 'Uses the name Kit.', sensitivity: 'ORDINARY', consent: 'THIS_HOME' }] });
    expect(written?.sensitivity).toBe('SENSITIVE');
    for (const reader of [parent, caregiver, caseworker]) expect(await fieldsRead(reader, childIds[0]!)).toEqual(['IDENTITY']);
    expect(await fieldsRead(coordinator, childIds[0]!)).toEqual([]);
  });

  it('S45 R34 is taken back by a parent from the home that was told it, entry by entry, and told to it anew', async () => {
    const family = await Family.open(king, 'elif');
    const { connectionId, parent, caregiver, caseworker, coordinator, childIds: [childId] } = family as Family & { childIds: [string] };
    const [sleep] = await parent.do<[Entry]>(write, { connectionId, entries: [{ field: 'SLEEP', text: 'One song.', consent: 'THIS_HOME' }, { field: 'FOOD', text: 'Rice.', consent: 'THIS_HOME' }] });
    const [toy] = await caregiver.do<[Entry]>(write, { connectionId, entries: [{ field: 'TOY', text: 'The bear.', consent: 'THIS_HOME' }] });
    const takenBack = { connectionId, entryIds: [sleep.id, toy.id, sleep.id] };
    await expect(change(caregiver, withdraw, takenBack)).rejects.toEqual(refusal('FORBIDDEN'));
    await change(parent, withdraw, takenBack);
    expect(await fieldsRead(caregiver, childId)).toEqual(['FOOD', 'TOY']); // what they told themselves they know
    expect(await fieldsRead(coordinator, childId)).toEqual(['FOOD']);
    for (const reader of [parent, caseworker]) expect(await fieldsRead(reader, childId)).toEqual(['FOOD', 'SLEEP', 'TOY']);
    expect((await toRenew(parent, childId, connectionId)).map(({ field }) => field)).toEqual(['SLEEP', 'TOY']);
    await change(parent, renew, { connectionId, entryIds: [sleep.id, toy.id] });
    expect(await fieldsRead(caregiver, childId)).toEqual(['FOOD', 'SLEEP', 'TOY']);
    expect(await fieldsRead(coordinator, childId)).toEqual(['FOOD', 'SLEEP', 'TOY']);
  });

  it('S45 R34 moves to the next caregiver only with a parent’s renewed consent, entry by entry, which can be taken back', async () => {
    const family = await Family.open(king, 'cleo', { placed: 30 });
    const { connectionId, parent, caregiver, caseworker } = family;
    const childId = family.childIds[0]!;
    await parent.do(write, { connectionId, entries: [{ field: 'SLEEP', text: 'One song.', consent: 'THIS_HOME' }, { field: 'FOOD', text: 'Rice.', consent: 'EVERY_HOME' }] });
    await caregiver.do(write, { connectionId, entries: [{ field: 'TOY', text: 'The bear.', consent: 'EVERY_HOME' }, { field: 'SCHOOL', text: 'Told to this home alone.', consent: 'THIS_HOME' }] });
    const next = (await family.move(childId, { type: 'FOSTER_FAMILY_HOME', home: 'cleo-next' }))!;
    const nextId = await nextConnection(parent, connectionId);
    const offered = await eventually(async () => {
      const entries = await toRenew(parent, childId, nextId);
      expect(entries.map(({ field }) => field).sort()).toEqual(['FOOD', 'SLEEP', 'TOY']);
      return entries;
    });
    expect(await fieldsRead(next.caregiver, childId)).toEqual([]);
    expect(await toRenew(next.caregiver, childId, nextId)).toEqual([]);
    const idOf = (field: string): string => offered.find((each) => each.field === field)!.id;
    await expect(change(next.caregiver, renew, { connectionId: nextId, entryIds: [idOf('SLEEP')] })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(change(await king.person('PARENT', 'stranger'), renew, { connectionId: nextId, entryIds: [idOf('SLEEP')] })).rejects.toEqual(refusal('NOT_FOUND'));
    const told = (await profile(caseworker, childId)).find(({ field }) => field === 'SCHOOL')!;
    await expect(change(parent, renew, { connectionId: nextId, entryIds: [told.id] })).rejects.toEqual(refusal('MEETINGS.TOLD_TO_ONE_HOME'));
    await change(parent, renew, { connectionId: nextId, entryIds: [idOf('SLEEP'), idOf('TOY')] });
    expect(await fieldsRead(next.caregiver, childId)).toEqual(['SLEEP', 'TOY']);
    expect((await toRenew(parent, childId, nextId)).map(({ field }) => field)).toEqual(['FOOD']);
    await change(parent, withdraw, { connectionId: nextId, entryIds: [idOf('SLEEP')] });
    expect(await fieldsRead(next.caregiver, childId)).toEqual(['TOY']);
    const elsewhere = await Family.open(king, 'dina');
    const [foreign] = await elsewhere.parent.do<Entry[]>(write, { connectionId: elsewhere.connectionId, entries: [{ field: 'SLEEP', text: 'Of another child.', consent: 'THIS_HOME' }] });
    await expect(change(parent, renew, { connectionId: nextId, entryIds: [foreign!.id] })).rejects.toEqual(refusal('NOT_FOUND'));
  });

  it('S45 R34 lets a parent’s own words go along although an earlier home told something else later for itself alone', async () => {
    const family = await Family.open(king, 'fay', { placed: 30 });
    const { connectionId, parent, caregiver, childIds: [childId] } = family as Family & { childIds: [string] };
    const telling = (text: string, consent: string): object => ({ connectionId, entries: [{ field: 'SLEEP', text, consent }] });
    await parent.do(write, telling('One song.', 'THIS_HOME'));
    await caregiver.do(write, telling('With the lamp that we have here.', 'THIS_HOME'));
    expect(await profile(caregiver, childId)).toMatchObject([{ text: 'With the lamp that we have here.' }]);
    const next = (await family.move(childId, { type: 'FOSTER_FAMILY_HOME', home: 'fay-next' }))!;
    const nextId = await nextConnection(parent, connectionId);
    const [offered] = await eventually(async () => {
      const entries = await toRenew(parent, childId, nextId);
      expect(entries).toMatchObject([{ text: 'One song.' }]);
      return entries;
    });
    await change(parent, renew, { connectionId: nextId, entryIds: [offered!.id] });
    expect(await profile(next.caregiver, childId)).toMatchObject([{ text: 'One song.' }]);
    expect(await profile(parent, childId)).toMatchObject([{ text: 'With the lamp that we have here.' }]);
    expect(await toRenew(parent, childId, nextId)).toEqual([]);
    await next.caregiver.do(write, { connectionId: nextId, entries: [{ field: 'SLEEP', text: 'Sleeps through.', consent: 'THIS_HOME' }] });
    expect(await profile(next.caregiver, childId)).toMatchObject([{ text: 'Sleeps through.' }]);
    expect(await toRenew(parent, childId, nextId)).toEqual([]);
  });

  it('S45 R35 R78 carries no words between two parents, nor from a home to a parent of another connection, who must not write to each other', async () => {
    const family = await Family.open(king, 'gia');
    const { connectionId, parent: mother, caregiver, caseworker, childIds: [childId] } = family as Family & { childIds: [string] };
    const father = await king.person('PARENT', 'gia-father');
    const hisConnection = await family.alsoConnect(father);
    const tell = async (actor: Actor, on: string, field: string, text: string, more: object = {}): Promise<void> => void (await actor.do(write, { connectionId: on, entries: [{ field, text, consent: 'EVERY_HOME', ...more }] }));
    const texts = async (actor: Actor): Promise<string[]> => (await profile(actor, childId)).map(({ text }) => text).sort();
    const historyOf = async (actor: Actor, field: string): Promise<string[]> =>
      (await actor.get<{ child: { profileHistory: Entry[] } }>(`query ($id: UUID!, $field: ProfileField!) { child(id: $id) { profileHistory(field: $field) { ${entry} } } }`, { id: childId, field })).child.profileHistory.map(({ text }) => text);

    // Nobody has permitted the parents anything with each other, and none is needed for both to know of their child.
    await tell(mother, connectionId, 'SLEEP', 'One song.');
    await tell(father, hisConnection, 'FOOD', 'Rice.', { sensitivity: 'SENSITIVE' });
    for (const reader of [mother, father, caregiver, caseworker]) expect(await texts(reader)).toEqual(['One song.', 'Rice.']);

    const apart = await family.prohibit(['MESSAGE'], [mother.personId, father.personId] as Id<'Person'>[], now());
    await tell(father, hisConnection, 'SLEEP', 'She hears from me.');
    await tell(mother, connectionId, 'FAITH', 'In confidence.', { sensitivity: 'SENSITIVE' });
    expect(await texts(mother)).toEqual(['In confidence.', 'One song.', 'Rice.']); // what was told before stays, and is the newest again
    expect(await texts(father)).toEqual(['Rice.', 'She hears from me.']);
    for (const reader of [caregiver, caseworker]) expect(await texts(reader)).toEqual(['In confidence.', 'Rice.', 'She hears from me.']);
    expect([await historyOf(mother, 'SLEEP'), await historyOf(father, 'SLEEP'), await historyOf(father, 'FAITH')]).toEqual([['One song.'], ['She hears from me.', 'One song.'], []]);
    await tell(mother, connectionId, 'SLEEP', 'Two songs.');
    expect(await texts(father)).toEqual(['Rice.', 'She hears from me.']);

    // What was kept from either stays so when they may write again; what is told from then on both read.
    await family.endRule(apart);
    await tell(father, hisConnection, 'FOOD', 'Rice with beans.');
    expect(await texts(mother)).toEqual(['In confidence.', 'Rice with beans.', 'Two songs.']);
    expect(await historyOf(mother, 'SLEEP')).toEqual(['Two songs.', 'One song.']);

    // The home tells the mother what the father must not hear from it.
    await family.prohibit(['MESSAGE'], [father.personId, caregiver.personId] as Id<'Person'>[], now());
    await tell(caregiver, connectionId, 'TOY', 'The bear.');
    expect(await texts(mother)).toContain('The bear.');
    expect(await texts(father)).toEqual(['Rice with beans.', 'She hears from me.']);

    // Neither parent lets go along what was kept from them.
    await family.move(childId, { type: 'FOSTER_FAMILY_HOME', home: 'gia-next' });
    const offeredTo = async (parent: Actor, nextId: string, offered: string[]): Promise<void> => void (await eventually(async () => expect((await toRenew(parent, childId, nextId)).map(({ text }) => text).sort()).toEqual(offered)));
    await offeredTo(mother, await nextConnection(mother, connectionId), ['In confidence.', 'Rice with beans.', 'The bear.', 'Two songs.']);
    await offeredTo(father, await nextConnection(father, hisConnection), ['Rice with beans.', 'She hears from me.']);
  });
});
