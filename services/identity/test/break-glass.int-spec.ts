import { newId } from '@fc/domain-kernel';
import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditOf, change, codeOf, expectAudited, said, tell } from './asking.ts';

const home = { lines: ['12 Hidden Lane'], city: 'Kent', region: 'WA', postalCode: '98030', country: 'US' };
const substitute = { lines: ['PO Box 257'], city: 'Olympia', region: 'WA', postalCode: '98507', country: 'US' };
const reason = 'The child has to be fetched from home tonight, the court asks for it.';

let world: SharedWorld;
let king: TestCounty;
let supervisor: Actor;
let coordinator: Actor;
let family: TestFamily;
let other: TestFamily;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  supervisor = king.supervisor;
  coordinator = await king.person('COORDINATOR');
  [family, other] = [await placeFamily(king, 'Noor'), await placeFamily(king, 'Ayaan')];
  await openConnection(king, family);
  for (const { parent } of [family, other]) await tell(parent, 'setContactDetails', { personId: parent.personId, address: home, substituteAddress: substitute });
}, 120_000);
afterAll(() => world?.stop());

interface Addresses {
  readonly address: object | null;
  readonly homeAddress: object | null;
}
const query = 'query ($id: UUID!) { person(id: $id) { contactDetails { address { lines city region postalCode country } homeAddress { lines city region postalCode country } } } }';
const seenBy = async (actor: Actor, { parent }: TestFamily): Promise<Addresses | null> => (await actor.get<{ person: { contactDetails: Addresses | null } }>(query, { id: parent.personId })).person.contactDetails;
const breakGlass = (actor: Actor, input: object, selection = '{ id supervisorId subjectId reason from until }'): Promise<{ id: string; from: string; until: string }> => actor.do(change('breakGlass', selection), input);
const usesSeenBy = (actor: Actor, subjectId: string): Promise<object> => actor.get('query ($subjectId: UUID) { breakGlassUses(subjectId: $subjectId) { nodes { supervisorId subjectId reason } } }', { subjectId });
const logOf = (actor: Actor): Promise<object> => actor.get('{ myIdentityAccessLog { nodes { day role what } } }');

describe('breaking the glass', () => {
  it('is for a program supervisor alone, with a reason that says something, around somebody who is there', async () => {
    const caseworker = await king.person('CASEWORKER', 'Casey');
    const about = { subjectId: family.parent.personId, reason };
    for (const actor of [coordinator, caseworker, family.parent, family.caregiver]) expect(await codeOf(breakGlass(actor, about))).toBe('FORBIDDEN');
    await expectAudited(king, coordinator, 'breakGlass', 'FORBIDDEN');
    expect(await codeOf(breakGlass(supervisor, { ...about, reason: '   ' }))).toBe('TEXT_REQUIRED');
    expect(await codeOf(breakGlass(supervisor, { ...about, reason: 'emergency' }))).toBe('IDENTITY.REASON_TOO_SHORT');
    expect(await codeOf(breakGlass(supervisor, { ...about, subjectId: newId() }))).toBe('NOT_FOUND');
    await expectAudited(king, supervisor, 'breakGlass', 'IDENTITY.REASON_TOO_SHORT');
    expect((await seenBy(supervisor, family))?.homeAddress).toBeNull();
  });

  it('shows the program supervisor where the person lives, nobody else, of nobody else, and not after its time', async () => {
    const second = await king.person('PROGRAM_SUPERVISOR', 'Sol');
    const [withheld, everybody] = [{ address: substitute, homeAddress: null }, [supervisor, second, coordinator]];
    for (const actor of everybody) expect(await seenBy(actor, family)).toEqual(withheld);
    const log = await logOf(family.parent);
    const { id, from, until } = await breakGlass(supervisor, { subjectId: family.parent.personId, reason });
    expect((Date.parse(until) - Date.parse(from)) / 3_600_000).toBe(4);

    expect(await seenBy(supervisor, family)).toEqual({ address: substitute, homeAddress: home });
    expect(await seenBy(supervisor, other)).toEqual(withheld);
    for (const actor of [second, coordinator]) expect(await seenBy(actor, family)).toEqual(withheld);

    const asHome = expect.objectContaining({ outcome: 'READ', records: [expect.objectContaining({ record: 'HomeAddress', about: [family.parent.personId] })] });
    expect(await auditOf(king, supervisor, 'Person.contactDetails')).toContainEqual(asHome);
    expect(await auditOf(king, coordinator, 'Person.contactDetails')).not.toContainEqual(asHome);
    // The person is not told of it: it may be about them.
    expect(await logOf(family.parent)).toEqual(log);

    await king.rows(`update identity.access_elevation set ends_at = now() - interval '1 second' where id = $1`, [id]);
    expect(await seenBy(supervisor, family)).toEqual(withheld);
  });

  it('ends with the role', async () => {
    const sam = await king.person('PROGRAM_SUPERVISOR', 'Sam');
    await supervisor.do(change('grantRole'), { personId: sam.personId, role: 'COORDINATOR' });
    await breakGlass(sam, { subjectId: other.parent.personId, reason });
    expect((await seenBy(sam, other))?.homeAddress).toEqual(home);
    await tell(supervisor, 'revokeRole', { personId: sam.personId, role: 'PROGRAM_SUPERVISOR' });
    await eventually(async () => expect(await codeOf(sam.get('{ identityAuditTrail { nodes { at } } }'))).toBe('FORBIDDEN'));
    expect((await seenBy(sam, other))?.homeAddress).toBeNull();
  });

  it('is reported to coordinators and program supervisors, is in the trail, and is told to the other services without the reason', async () => {
    const subjectId = family.childIds[0]!;
    const { id } = await breakGlass(supervisor, { subjectId, reason });
    expect(await usesSeenBy(coordinator, subjectId)).toEqual({ breakGlassUses: { nodes: [{ supervisorId: supervisor.personId, subjectId, reason }] } });
    expect(await codeOf(usesSeenBy(family.parent, subjectId))).toBe('FORBIDDEN');
    // They are told so, in words that tell nothing; the one who did it knows.
    const second = await king.person('PROGRAM_SUPERVISOR', 'Told');
    const messagesTo = async (actor: Actor): Promise<object[]> => king.rows(`select template, contact from identity.notification where person_id = $1 and template = 'SOMETHING_TO_READ'`, [actor.personId]);
    await breakGlass(king.supervisor, { subjectId, reason });
    expect(await messagesTo(second)).toEqual([{ template: 'SOMETHING_TO_READ', contact: null }]);
    expect((await messagesTo(coordinator)).length).toBeGreaterThan(0);
    for (const actor of [family.parent, family.caregiver, await king.person('CASEWORKER', 'Untold')]) expect(await messagesTo(actor)).toEqual([]);
    await breakGlass(second, { subjectId, reason });
    expect(await messagesTo(second)).toHaveLength(1);
    expect(await messagesTo(supervisor)).not.toEqual([]);
    expect(await auditOf(king, coordinator, 'breakGlassUses')).toContainEqual(expect.objectContaining({ outcome: 'READ', records: [{ record: 'BreakGlassUse', id, change: 'read' }] }));
    expect(await auditOf(king, supervisor, 'breakGlass')).toContainEqual(expect.objectContaining({ outcome: 'DONE' }));
    const events = await said<object>(king, 'identity.access-elevated.v1');
    expect(events).toContainEqual({ useId: id, personId: supervisor.personId, subjectId, from: expect.any(String), until: expect.any(String) });
    expect(JSON.stringify(events)).not.toContain('fetched from home');
  });
});
