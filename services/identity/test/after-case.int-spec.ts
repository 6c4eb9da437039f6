import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf, hoursAgo, said, tell } from './asking.ts';

const onConnection = 'query ($id: UUID!) { familyConnection(id: $id) { status myAfterCaseConsentSince parent { phone } } }';
const may = 'query ($personIds: [UUID!]!) { mayContact(personIds: $personIds, channel: CALL) { possible } }';

interface Seen {
  readonly status: string;
  readonly myAfterCaseConsentSince: string | null;
  readonly parent: { readonly phone: string | null };
}

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

type Connected = TestFamily & { connectionId: string; pair: readonly string[] };

/** A connection with what staff permitted and what the parent allowed for the time of the case. */
async function inCare(name: string): Promise<Connected> {
  await king.person('PARENT', name, { phone: '+12065550123' });
  const family = await placeFamily(king, name);
  await coordinator.do(change('assignCase'), { childIds: family.childIds, personId: caseworker.personId, role: 'CASEWORKER' });
  const connectionId = await openConnection(king, family);
  for (const actor of [family.parent, family.caregiver]) await eventually(() => actor.get(onConnection, { id: connectionId }));
  const pair = [family.parent.personId, family.caregiver.personId];
  await caseworker.do(change('permitContact'), { personIds: pair, channels: ['CALL'], source: 'CASE_PLAN', from: hoursAgo(3) });
  await family.parent.do(change('recordConsent'), { personId: family.parent.personId, item: 'PHONE', recipientPersonId: family.caregiver.personId, givenHow: 'SPOKEN', from: hoursAgo(3) });
  return { ...family, connectionId, pair };
}

const seenBy = async (actor: Actor, { connectionId: id }: Connected): Promise<Seen> => (await actor.get<{ familyConnection: Seen }>(onConnection, { id })).familyConnection;
const mayCall = async (actor: Actor, { pair }: Connected): Promise<boolean> => (await actor.get<{ mayContact: { possible: boolean } }>(may, { personIds: pair })).mayContact.possible;
const close = ({ childIds }: Connected): Promise<unknown> => tell(caseworker, 'exitFosterCare', { childIds, exitedAt: hoursAgo(0), reason: 'REUNIFICATION' });
const agree = (actor: Actor, { connectionId }: Connected): Promise<{ status: string }> => actor.do<{ status: string }>(change('giveAfterCaseConsent', '{ status }'), { connectionId, givenHow: 'SPOKEN' });

describe('after the case', () => {
  it('R82 ends what staff had a part in with the case, and lets the families go on only by fresh consent of both', async () => {
    const family = await inCare('Noor');
    const { parent, caregiver, childIds } = family;
    expect(await mayCall(parent, family)).toBe(true);
    expect((await seenBy(caregiver, family)).parent.phone).toBe('+12065550123');
    expect(await codeOf(agree(parent, family))).toBe('IDENTITY.CASE_STILL_OPEN');

    await close(family);
    expect(await seenBy(parent, family)).toMatchObject({ status: 'ENDED' });
    await eventually(async () => expect(await codeOf(seenBy(caseworker, family))).toBe('NOT_FOUND'));
    await eventually(async () => expect(await codeOf(caseworker.get('query ($id: UUID!) { child(id: $id) { id } }', { id: childIds[0] }))).toBe('NOT_FOUND'));
    expect(await codeOf(caseworker.get('query ($id: UUID!) { person(id: $id) { id } }', { id: parent.personId }))).toBe('NOT_FOUND');
    expect(await mayCall(parent, family)).toBe(false);
    expect((await seenBy(caregiver, family)).parent.phone).toBeNull();

    // One of the two is not both, and does not learn what the other has said.
    expect((await agree(parent, family)).status).toBe('ENDED');
    expect(await codeOf(agree(parent, family))).toBe('IDENTITY.CONSENT_ALREADY_GIVEN');
    expect(await seenBy(caregiver, family)).toMatchObject({ status: 'ENDED', myAfterCaseConsentSince: null });
    expect(await mayCall(caregiver, family)).toBe(false);
    expect((await agree(caregiver, family)).status).toBe('AFTER');
    expect(await mayCall(caregiver, family)).toBe(true);
    expect((await seenBy(caregiver, family)).parent.phone).toBeNull();
    expect(await codeOf(seenBy(caseworker, family))).toBe('NOT_FOUND');
    expect(await said(king, 'identity.connection-continued.v1')).toContainEqual(expect.objectContaining({ connectionId: family.connectionId }));

    await tell(caregiver, 'withdrawAfterCaseConsent', { connectionId: family.connectionId });
    expect(await seenBy(parent, family)).toMatchObject({ status: 'ENDED' });
    expect(await mayCall(parent, family)).toBe(false);
    expect(await codeOf(tell(caregiver, 'withdrawAfterCaseConsent', { connectionId: family.connectionId }))).toBe('IDENTITY.CONSENT_ENDED');
  });

  it('R82 R78 does not outweigh a prohibition, and is for the two families of that connection alone', async () => {
    const family = await inCare('Sahra');
    await coordinator.do(change('prohibitContact'), { personIds: family.pair, channels: ['CALL'], source: 'COURT_ORDER' });
    await close(family);
    const [stranger, worker] = [await king.person('PARENT', 'Stranger'), coordinator];
    expect(await codeOf(agree(stranger, family))).toBe('NOT_FOUND');
    expect(await codeOf(agree(worker, family))).toBe('FORBIDDEN');
    await agree(family.parent, family);
    expect((await agree(family.caregiver, family)).status).toBe('AFTER');
    expect(await mayCall(family.parent, family)).toBe(false);
  });

  it('R82 R46 ends nothing with a change of placement: the case goes on, and the ledger is asked as before', async () => {
    const family = await inCare('Hodan');
    await caseworker.do(change('placeChildren'), { childIds: family.childIds, type: 'GROUP_HOME', startedAt: { at: hoursAgo(1) } });
    expect(await seenBy(family.parent, family)).toMatchObject({ status: 'ENDED' });
    expect(await mayCall(coordinator, family)).toBe(true);
    expect(await codeOf(agree(family.parent, family))).toBe('IDENTITY.CASE_STILL_OPEN');
    expect(await caseworker.get('query ($id: UUID!) { child(id: $id) { id } }', { id: family.childIds[0] })).toMatchObject({ child: { id: family.childIds[0] } });
  });
});
