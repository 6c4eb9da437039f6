import { MatchAcceptedV1, MatchEndedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditOf, change, codeOf, expectAudited, hoursAgo, said, tell } from './asking.ts';

interface Shared {
  readonly item: string;
  readonly purpose: string;
  readonly wish: string | null;
}

const items = ['PHONE', 'EMAIL', 'ADDRESS', 'PHOTO', 'HOME_DETAILS'];
const sharedWithMe = 'query ($id: UUID!) { person(id: $id) { sharedWithMe { item purpose wish } } }';
const onConnection = 'query ($id: UUID!) { familyConnection(id: $id) { parent { phone } household { home { peopleInHome neighbourhood } } } }';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let caseworker: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  caseworker = await king.person('CASEWORKER', 'Casey');
}, 120_000);
afterAll(() => world?.stop());

type Connected = TestFamily & { connectionId: string };

async function connected(name: string): Promise<Connected> {
  await king.person('PARENT', name, { phone: '+12065550199', languages: ['so', 'en'] });
  const family = await placeFamily(king, name);
  await coordinator.do(change('assignCase'), { childIds: family.childIds, personId: caseworker.personId, role: 'CASEWORKER' });
  const connectionId = await openConnection(king, family);
  for (const actor of [family.parent, family.caregiver]) await eventually(() => actor.get(onConnection, { id: connectionId }));
  return { ...family, connectionId };
}

const sharedWith = async (actor: Actor, personId: string): Promise<Shared[]> => (await actor.get<{ person: { sharedWithMe: Shared[] } }>(sharedWithMe, { id: personId })).person.sharedWithMe;
const phoneFor = async (actor: Actor, { connectionId: id }: Connected): Promise<string | null> => (await actor.get<{ familyConnection: { parent: { phone: string | null } } }>(onConnection, { id })).familyConnection.parent.phone;
const give = (actor: Actor, consent: object): Promise<{ id: string }> => actor.do<{ id: string }>(change('recordConsent'), { givenHow: 'SPOKEN', ...consent });

describe('policies on sharing', () => {
  it.each(items)('R36 support sharing, respect the family’s culture and keep confidentiality: %s', async (item) => {
    const family = await connected(`Matrix-${item.toLowerCase()}`);
    const { parent, caregiver } = family;
    const others = [await king.person('CAREGIVER', 'Elsewhere'), await king.person('PARENT', 'Elsewhere')];
    expect(await sharedWith(caregiver, parent.personId)).toEqual([]);

    // It supports sharing: the family's spoken word is enough, for a time of their choice.
    const wish = 'Fadlan ayeeyo weydii marka hore.';
    const { id: consentId } = await give(parent, { personId: parent.personId, item, recipientPersonId: caregiver.personId, purpose: 'CHILD_CARE', wish });
    // It respects culture: whoever has it reads how the family wishes it to be handled, in the family's own words.
    expect(await sharedWith(caregiver, parent.personId)).toEqual([{ item, purpose: 'CHILD_CARE', wish }]);
    // It keeps confidentiality: nobody else, not under a prohibition, and not after the family changed its mind.
    for (const other of others) expect(await codeOf(sharedWith(other, parent.personId))).toBe('NOT_FOUND');
    expect(await sharedWith(caseworker, parent.personId)).toEqual([]);
    const { id: ruleId } = await caseworker.do<{ id: string }>(change('prohibitContact'), { personIds: [parent.personId, caregiver.personId], channels: ['IN_PERSON'], source: 'CASE_PLAN' });
    expect(await sharedWith(caregiver, parent.personId)).toEqual([]);
    // Nor does its end bring anything back: the family says so anew, and ends what it said before (decision 7).
    await tell(caseworker, 'endContactRule', { ruleId });
    expect(await sharedWith(caregiver, parent.personId)).toEqual([]);
    const { id: anew } = await give(parent, { personId: parent.personId, item, recipientPersonId: caregiver.personId, purpose: 'CHILD_CARE' });
    expect(await sharedWith(caregiver, parent.personId)).toEqual([{ item, purpose: 'CHILD_CARE', wish: null }]);
    expect(await codeOf(tell(parent, 'withdrawConsent', { consentId }))).toBe('IDENTITY.CONSENT_ENDED');
    await tell(parent, 'withdrawConsent', { consentId: anew });
    expect(await sharedWith(caregiver, parent.personId)).toEqual([]);
  });

  it('R29 R79 R35 shows a number by consent until its end, never again once a prohibition has stood, and says no reason', async () => {
    const family = await connected('Noor');
    const { parent, caregiver } = family;
    expect(await phoneFor(caregiver, family)).toBeNull();
    const consent = { personId: parent.personId, item: 'PHONE', recipientPersonId: caregiver.personId };
    await give(caseworker, { ...consent, from: hoursAgo(3), to: hoursAgo(1) });
    await give(caseworker, { ...consent, from: hoursAgo(-1) });
    expect(await phoneFor(caregiver, family)).toBeNull();
    const now = { ...consent, purpose: 'CHILD_CARE', to: hoursAgo(-1) };
    await give(caseworker, now);
    expect(await phoneFor(caregiver, family)).toBe('+12065550199');
    const { id: ruleId } = await coordinator.do<{ id: string }>(change('prohibitContact'), { personIds: [parent.personId, caregiver.personId], channels: ['MESSAGE'], source: 'COURT_ORDER' });
    const asked = await caregiver.ask(onConnection, { id: family.connectionId });
    expect(asked).toMatchObject({ errors: [], data: { familyConnection: { parent: { phone: null } } } });
    // Saying it again is answered alike whether or not anything stands between them, and what was said while it stood counts no more than before.
    const { id: meanwhile } = await give(parent, now);
    expect(await phoneFor(caregiver, family)).toBeNull();
    await tell(coordinator, 'endContactRule', { ruleId, source: 'COURT_ORDER' });
    expect(await phoneFor(caregiver, family)).toBeNull();
    const agreed = 'query ($id: UUID!) { consents(personId: $id) { id to } }';
    const { consents } = await parent.get<{ consents: { id: string; to: string }[] }>(agreed, { id: parent.personId });
    expect(Date.parse(consents.find(({ id }) => id === meanwhile)!.to)).toBe(Date.parse(now.to));

    const { id: consentId } = await give(caseworker, now);
    expect(await phoneFor(caregiver, family)).toBe('+12065550199');
    // A time that is over ends nothing that goes on, and neither does a prohibition that was over before.
    await give(caseworker, { ...now, from: hoursAgo(3), to: hoursAgo(2) });
    expect(await phoneFor(caregiver, family)).toBe('+12065550199');
    await tell(parent, 'withdrawConsent', { consentId });
    expect(await phoneFor(caregiver, family)).toBeNull();
  });

  it('R33 shares how many live in a home and where only when every caregiver there is comfortable with it', async () => {
    const first = await king.person('CAREGIVER', 'Ada');
    const second = await king.person('CAREGIVER', 'Ben');
    const parent = await king.person('PARENT', 'Ilham');
    const { id: householdId } = await coordinator.do<{ id: string }>(change('registerCaregiverHousehold'), { kind: 'FOSTER_PARENT', licensed: true, caregiverIds: [first.personId, second.personId] });
    const [child] = await coordinator.do<{ id: string }[]>(change('registerChildren'), { children: [{ givenName: 'Idil', familyName: 'Example', birthDate: '2020-02-29' }], parentIds: [parent.personId] });
    await coordinator.do(change('beginFosterCare'), { childIds: [child!.id], removedAt: { at: hoursAgo(30) } });
    await coordinator.do(change('placeChildren'), { childIds: [child!.id], type: 'FOSTER_FAMILY_HOME', householdId, startedAt: { at: hoursAgo(20) } });
    const { id } = await coordinator.do<{ id: string }>(change('openFamilyConnection'), { parentId: parent.personId, householdId });
    await eventually(() => parent.get(onConnection, { id }));
    const homeFor = async (actor: Actor): Promise<object | null> => (await actor.get<{ familyConnection: { household: { home: object | null } } }>(onConnection, { id })).familyConnection.household.home;

    const home = { peopleInHome: 5, neighbourhood: 'Rainier Valley' };
    expect(await codeOf(tell(parent, 'describeHome', { householdId, ...home }))).toBe('FORBIDDEN');
    expect(await codeOf(tell(await king.person('CAREGIVER', 'Elsewhere'), 'describeHome', { householdId, ...home }))).toBe('NOT_FOUND');
    expect(await codeOf(tell(first, 'describeHome', { householdId, ...home, peopleInHome: 0 }))).toBe('IDENTITY.HOME_SIZE');
    await tell(first, 'describeHome', { householdId, ...home });
    expect(await homeFor(second)).toEqual(home);
    expect(await homeFor(parent)).toBeNull();
    const consent = { item: 'HOME_DETAILS', recipientPersonId: parent.personId };
    await give(first, { personId: first.personId, ...consent });
    expect(await homeFor(parent)).toBeNull();
    const { id: consentId } = await give(second, { personId: second.personId, ...consent });
    expect(await homeFor(parent)).toEqual(home);
    expect(await auditOf(king, parent, 'CaregiverHousehold.home')).toEqual([expect.objectContaining({ outcome: 'READ' })]);
    await tell(second, 'withdrawConsent', { consentId });
    expect(await homeFor(parent)).toBeNull();
  });

  it('R34 lets nobody who has an item pass it on: not by a consent in the other’s name, and not to their own mentor', async () => {
    const family = await connected('Sahra');
    const { parent, caregiver } = family;
    const mentor = await king.person('CAREGIVER_MENTOR', 'Mika');
    const match = { matchId: newId<'MentorMatch'>(), mentorRole: 'CAREGIVER_MENTOR', mentorId: mentor.personId as Id<'Person'>, participantId: family.householdId as Id<'Participant'> } as const;
    await king.say(MatchAcceptedV1, { ...match, acceptedAt: hoursAgo(0) });
    await eventually(() => mentor.get(onConnection, { id: family.connectionId }));
    await give(parent, { personId: parent.personId, item: 'PHONE', recipientPersonId: caregiver.personId });
    expect(await phoneFor(caregiver, family)).toBe('+12065550199');
    expect(await phoneFor(mentor, family)).toBeNull();
    expect(await codeOf(give(caregiver, { personId: parent.personId, item: 'PHONE', recipientPersonId: mentor.personId }))).toBe('FORBIDDEN');
    await expectAudited(king, caregiver, 'recordConsent', 'FORBIDDEN');
    expect(await phoneFor(mentor, family)).toBeNull();

    // The parent themself may let everybody in that role have it, as long as they are in it.
    await give(parent, { personId: parent.personId, item: 'PHONE', recipientRole: 'CAREGIVER_MENTOR' });
    expect(await phoneFor(mentor, family)).toBe('+12065550199');
    await king.say(MatchEndedV1, { ...match, endedAt: hoursAgo(0) });
    await eventually(async () => expect(await codeOf(phoneFor(mentor, family))).toBe('NOT_FOUND'));
    expect(await codeOf(sharedWith(mentor, parent.personId))).toBe('NOT_FOUND');
  });
});

describe('a consent', () => {
  it('R34 names one recipient who exists, and is given by whoever may speak for the person', async () => {
    const family = await connected('Hodan');
    const { parent, caregiver, childIds } = family;
    const consent = { personId: parent.personId, item: 'EMAIL' };
    for (const recipient of [{ recipientPersonId: newId() }, { recipientPartnerId: newId() }]) expect(await codeOf(give(parent, { ...consent, ...recipient }))).toBe('NOT_FOUND');
    for (const recipient of [{}, { recipientPersonId: caregiver.personId, recipientRole: 'CASA' }]) expect(await codeOf(give(parent, { ...consent, ...recipient }))).toBe('IDENTITY.ONE_RECIPIENT');

    const photo = { personId: childIds[0], item: 'PHOTO', recipientRole: 'CASA' };
    expect(await codeOf(give(caregiver, photo))).toBe('FORBIDDEN');
    const { id } = await give(parent, { ...photo, wish: 'Not her face.' });
    const advocate = await king.person('CASA');
    await coordinator.do(change('assignCase'), { childIds, personId: advocate.personId, role: 'CASA' });
    await eventually(() => advocate.get('query ($id: UUID!) { child(id: $id) { id } }', { id: childIds[0] }));
    const [shared] = await king.rows<{ recipient_id: string }>('select recipient_id from identity.item_recipient where consent_id = $1', [id]);
    expect(shared).toEqual({ recipient_id: advocate.personId });
    await tell(parent, 'withdrawConsent', { consentId: id });
    expect(await king.rows('select 1 from identity.item_recipient where consent_id = $1', [id])).toEqual([]);
    expect(await said(king, 'identity.consent-given.v2')).toContainEqual(expect.objectContaining({ consentId: id, item: 'PHOTO', purpose: 'FAMILY_CONTACT', recipient: { kind: 'ROLE', role: 'CASA' } }));
    expect(await said(king, 'identity.consent-withdrawn.v2')).toContainEqual(expect.objectContaining({ consentId: id, recipient: { kind: 'ROLE', role: 'CASA' } }));
    expect(JSON.stringify(await said(king, 'identity.consent-given.v2'))).not.toContain('Not her face');
  });

  it('S21 names the parent whose yes a worker writes down for a child, and tells the other parent not whose it was', async () => {
    const { parent, caregiver, childIds } = await connected('Ubax');
    const [father, stranger] = [await king.person('PARENT', 'Farah'), await king.person('PARENT', 'Elsewhere')];
    await tell(coordinator, 'addParent', { childIds, parentId: father.personId });
    const photo = { personId: childIds[0], item: 'PHOTO', recipientPersonId: caregiver.personId };
    for (const givenBy of [undefined, stranger.personId, caregiver.personId, childIds[0]]) expect(await codeOf(give(caseworker, { ...photo, givenBy }))).toBe('IDENTITY.GIVEN_BY_WHOM');
    expect(await codeOf(give(father, { ...photo, givenBy: parent.personId }))).toBe('IDENTITY.GIVEN_BY_WHOM');
    const { id } = await give(caseworker, { ...photo, givenBy: parent.personId });
    const own = await give(father, { ...photo, purpose: 'CHILD_CARE' });
    const adult = await give(caseworker, { personId: parent.personId, item: 'EMAIL', recipientPersonId: caregiver.personId });

    const [older] = await coordinator.do<{ id: string }[]>(change('registerChildren'), { children: [{ givenName: 'Idil', familyName: 'Example', birthDate: '2010-02-28' }], parentIds: [parent.personId] });
    const ownYes = await give(coordinator, { ...photo, personId: older!.id, givenBy: older!.id });

    const agreed = 'query ($id: UUID!) { consents(personId: $id) { id givenBy recordedBy } }';
    expect(await coordinator.get(agreed, { id: older!.id })).toEqual({ consents: [{ id: ownYes.id, givenBy: older!.id, recordedBy: coordinator.personId }] });
    const spoken = { id, givenBy: parent.personId, recordedBy: caseworker.personId };
    const fathers = { id: own.id, givenBy: father.personId, recordedBy: father.personId };
    const untold = { givenBy: null, recordedBy: null };
    const child = { id: childIds[0] };
    for (const reader of [caseworker, coordinator]) expect(await reader.get(agreed, child)).toEqual({ consents: [spoken, fathers] });
    expect(await parent.get(agreed, child)).toEqual({ consents: [spoken, { ...fathers, ...untold }] });
    expect(await father.get(agreed, child)).toEqual({ consents: [{ ...spoken, ...untold }, fathers] });
    expect(await codeOf(stranger.get(agreed, child))).toBe('NOT_FOUND');
    expect(await parent.get(agreed, { id: parent.personId })).toEqual({ consents: [{ id: adult.id, givenBy: parent.personId, recordedBy: caseworker.personId }] });
  });
});
