import { openConnection, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditOf, change, codeOf, expectAudited, tell } from './asking.ts';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let caseworker: Actor;
let family: TestFamily;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  caseworker = await king.person('CASEWORKER', 'Casey');
  await king.person('PARENT', 'Noor', { phone: '+12065550100' });
  family = await placeFamily(king, 'Noor');
  await coordinator.do(change('assignCase'), { childIds: family.childIds, personId: caseworker.personId, role: 'CASEWORKER' });
}, 120_000);
afterAll(() => world?.stop());

interface Entry {
  readonly action: string;
  readonly outcome: string;
  readonly personId: string | null;
  readonly records: readonly { readonly record: string; readonly id: string; readonly about: readonly string[] }[];
}
interface Trail {
  readonly identityAuditTrail: { readonly nodes: readonly Entry[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string } };
}
const trail =
  'query ($first: Int, $after: String, $personId: UUID, $recordId: UUID) { identityAuditTrail(first: $first, after: $after, personId: $personId, recordId: $recordId) { nodes { at outcome action personId roles code records { record id change about } } pageInfo { hasNextPage endCursor } } }';
const look = async (actor: Actor, asked: object = {}): Promise<Trail['identityAuditTrail']> => (await actor.get<Trail>(trail, asked)).identityAuditTrail;

describe('the audit trail', () => {
  it('shows a program supervisor what was done and refused, newest first, page by page, and nobody of the families', async () => {
    const parent = await king.person('PARENT', 'Tess');
    const { id } = await parent.do<{ id: string }>(change('requestParticipation'), { as: 'PARENT', preferredLanguage: 'en' });
    for (const other of [parent, caseworker, family.caregiver]) expect(await codeOf(look(other))).toBe('FORBIDDEN');
    await expectAudited(king, parent, 'identityAuditTrail', 'FORBIDDEN');
    const newest = await look(king.supervisor, { first: 1 });
    expect(newest.nodes).toEqual([expect.objectContaining({ outcome: 'REFUSED', action: 'identityAuditTrail', personId: family.caregiver.personId, roles: ['CAREGIVER'], code: 'FORBIDDEN' })]);
    const older = await look(king.supervisor, { first: 10, after: newest.pageInfo.endCursor });
    expect(older.nodes.find(({ action, outcome }) => action === 'requestParticipation' && outcome === 'DONE')).toMatchObject({
      records: expect.arrayContaining([{ record: 'ParticipationRequest', id, change: 'create', about: [parent.personId] }]),
    });
    expect(await auditOf(king, king.supervisor, 'identityAuditTrail')).toContainEqual(expect.objectContaining({ outcome: 'READ' }));
    expect(await codeOf(look(king.supervisor, { after: 'nonsense' }))).toBe('INVALID_CURSOR');
    expect(await codeOf(look(king.supervisor, { first: 0 }))).toBe('INVALID_PAGE_SIZE');
  });

  it('is asked by the person who acted and by the record that it concerns, a coordinator’s too, who must name one of them', async () => {
    expect(await codeOf(look(coordinator))).toBe('FORBIDDEN');
    const mine = await look(coordinator, { personId: coordinator.personId });
    expect(mine.nodes.map(({ action }) => action)).toEqual(expect.arrayContaining(['registerChildren', 'placeChildren', 'assignCase']));
    for (const { personId } of mine.nodes) expect(personId).toBe(coordinator.personId);

    const ofChild = await look(coordinator, { recordId: family.childIds[0] });
    expect(ofChild.nodes.map(({ action }) => action)).toEqual(expect.arrayContaining(['registerChildren', 'beginFosterCare', 'placeChildren', 'assignCase']));
    for (const { records } of ofChild.nodes) expect(records.some(({ id, about }) => id === family.childIds[0] || about.includes(family.childIds[0]!))).toBe(true);
    const both = await look(coordinator, { recordId: family.childIds[0], personId: caseworker.personId });
    expect(both.nodes).toEqual([]);
    expect(await auditOf(king, coordinator, 'identityAuditTrail')).toContainEqual(expect.objectContaining({ outcome: 'READ', records: [{ record: 'AuditEntry', id: family.childIds[0], change: 'read' }] }));
  });
});

describe('a person’s own view of who saw what is kept of them', () => {
  interface Line {
    readonly day: string;
    readonly role: string;
    readonly what: string;
  }
  interface Log {
    readonly myIdentityAccessLog: { readonly nodes: readonly Line[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } };
  }
  const query = 'query ($first: Int, $after: String) { myIdentityAccessLog(first: $first, after: $after) { nodes { day role what } pageInfo { hasNextPage endCursor } } }';
  const logOf = async (actor: Actor, asked: object = {}): Promise<Log['myIdentityAccessLog']> => (await actor.get<Log>(query, asked)).myIdentityAccessLog;
  const today = (): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' }).format(new Date());
  const phoneOf = (actor: Actor, id: string): Promise<unknown> => actor.get('query ($id: UUID!) { person(id: $id) { phone } }', { id });

  it('says role, kind of record and day, each once, and neither who nor how often', async () => {
    const { parent } = family;
    const before = await logOf(parent);
    expect(before.nodes).not.toContainEqual(expect.objectContaining({ role: 'CASEWORKER' }));
    for (let n = 0; n < 3; n += 1) await phoneOf(caseworker, parent.personId);
    const after = await logOf(parent);
    expect(after.nodes.filter(({ role }) => role === 'CASEWORKER')).toEqual([{ day: today(), role: 'CASEWORKER', what: 'how to reach you' }]);
    expect(after.nodes).toHaveLength(before.nodes.length + 1);
    await parent.get('{ me { phone } }');
    expect(await logOf(parent)).toEqual(after);
    expect((await logOf(family.caregiver)).nodes).not.toContainEqual(expect.objectContaining({ role: 'CASEWORKER' }));
  });

  it('decision 7: withholds what belongs to a prohibition so that nothing shows it: the log, its pages and its cursors are what they were', async () => {
    const { parent, caregiver } = family;
    const connectionId = await openConnection(king, family);
    const pages = async (actor: Actor): Promise<unknown[]> => {
      const all: Log['myIdentityAccessLog'][] = [];
      for (let after: string | null = null; all.length === 0 || all.at(-1)!.pageInfo.hasNextPage; after = all.at(-1)!.pageInfo.endCursor) all.push(await logOf(actor, { first: 1, after }));
      return all;
    };
    const before = { parent: await pages(parent), caregiver: await pages(caregiver) };
    expect(before.parent.length).toBeGreaterThan(1);

    const pair = [parent.personId, caregiver.personId];
    await caseworker.do(change('prohibitContact'), { personIds: pair, channels: ['IN_PERSON', 'CALL'], source: 'COURT_ORDER', document: 'No. 26-7' });
    await caseworker.get('query ($personIds: [UUID!]!) { contactRules(personIds: $personIds) { id source } }', { personIds: pair });
    const seen = await look(king.supervisor, { personId: caseworker.personId });
    expect(seen.nodes.map(({ action }) => action)).toEqual(expect.arrayContaining(['prohibitContact', 'contactRules']));
    expect({ parent: await pages(parent), caregiver: await pages(caregiver) }).toEqual(before);

    // Beside it, what may be known is still told.
    await coordinator.do(change('permitContact'), { personIds: pair, channels: ['MESSAGE'], source: 'CONSENT' });
    await coordinator.do(change('recordConsent'), { personId: parent.personId, item: 'PHONE', recipientPersonId: caregiver.personId, givenHow: 'SPOKEN' });
    expect((await logOf(parent)).nodes).toContainEqual({ day: today(), role: 'COORDINATOR', what: 'what was agreed to share' });
    expect((await logOf(parent)).nodes).toHaveLength(before.parent.length + 1);
    expect(connectionId).toBeTruthy();
  });

  it('leaves out whole what touched something of that beside what may be known', async () => {
    const write = (...kinds: string[]): Promise<unknown> => {
      const records = kinds.map((record) => ({ record, id: family.parent.personId, change: 'update' }));
      return king.asService(
        'identity',
        `insert into audit_entry (outcome, action, person, actor_kind, roles, records, correlation_id)
         values ('DONE', 'test', '${caseworker.personId}', 'user', '{VISIT_SUPERVISOR}', '${JSON.stringify(records)}', 'test')`,
      );
    };
    const before = await logOf(family.parent);
    await write('Child', 'ContactRule');
    expect(await logOf(family.parent)).toEqual(before);
    await write('Child');
    expect((await logOf(family.parent)).nodes).toContainEqual({ day: today(), role: 'VISIT_SUPERVISOR', what: 'your children' });
  });

  it('looks the same for whoever is under an address program and whoever is not', async () => {
    const address = { lines: ['12 Main Street'], city: 'Kent', region: 'WA', postalCode: '98030', country: 'US' };
    const [open, hidden] = [await king.person('PARENT', 'Open'), await king.person('PARENT', 'Hidden')];
    await tell(coordinator, 'setContactDetails', { personId: open.personId, address });
    await tell(coordinator, 'setContactDetails', { personId: hidden.personId, address, substituteAddress: { ...address, lines: ['PO Box 257'] } });
    expect((await logOf(hidden)).nodes).toContainEqual({ day: today(), role: 'COORDINATOR', what: 'how to reach you' });
    expect(await logOf(hidden)).toEqual(await logOf(open));
  });

  it('tells nobody of a refusal, nor of what a service did by itself', async () => {
    const stranger = await king.person('CASEWORKER', 'Otis');
    const before = await logOf(family.parent);
    expect(await codeOf(phoneOf(stranger, family.parent.personId))).toBe('NOT_FOUND');
    expect(await logOf(family.parent)).toEqual(before);
    expect(await codeOf(logOf(family.parent, { after: 'nonsense' }))).toBe('INVALID_CURSOR');
  });
});
