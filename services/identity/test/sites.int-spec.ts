import { eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditOf, change, codeOf, expectAudited, tell } from './asking.ts';

const court = 'Family Treatment Court';
const sitesOf = '{ programSites { id kind name leads { id personId } enrolments { personId leftAt notice } } }';

interface Site {
  readonly id: string;
  readonly name: string;
  readonly leads: readonly { readonly id: string; readonly personId: string }[];
  readonly enrolments: readonly { readonly personId: string; readonly leftAt: string | null }[] | null;
}

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let lead: Actor;
let family: TestFamily;
let other: TestFamily;
let connectionId: string;
let siteId: string;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  lead = await king.person('CASEWORKER', 'Lead');
  [family, other] = [await placeFamily(king, 'Noor'), await placeFamily(king, 'Amal')];
  connectionId = await openConnection(king, family);
  await coordinator.do(change('assignCase'), { childIds: family.childIds, personId: lead.personId, role: 'CASEWORKER' });
  await eventually(() => family.caregiver.get('query ($id: UUID!) { familyConnection(id: $id) { id } }', { id: connectionId }));
  siteId = (await king.supervisor.do<Site>(change('registerSite'), { kind: 'TREATMENT_COURT', name: court })).id;
}, 120_000);
afterAll(() => world?.stop());

const sites = async (actor: Actor): Promise<Site[]> => (await actor.get<{ programSites: Site[] }>(sitesOf)).programSites;
const factsFor = async (actor: Actor): Promise<{ text: string }[]> =>
  (await actor.get<{ person: { confidentialFacts: { text: string }[] } }>('query ($id: UUID!) { person(id: $id) { confidentialFacts { text } } }', { id: family.parent.personId })).person.confidentialFacts;
/** All that the other side is shown of a family: its words and shapes, without ids. */
const shownToTheOtherSide = async ({ caregiver }: TestFamily, id: string): Promise<unknown> =>
  caregiver.get('query ($id: UUID!) { program { name kind } programSites { name } familyConnection(id: $id) { status parent { givenName confidentialFacts { text } } children { placements { type } caseAssignments { role } } } }', { id });

/** How many events identity has said but for those that tell how far its trail is sealed, whether or not they have left yet. */
const eventsSaid = (): Promise<object[]> =>
  king.rows(`select count(*) from (select envelope from identity.outbox_event union all select envelope from identity.event_log) event where envelope ->> 'type' <> 'identity.audit-sealed.v1'`);

describe('a site of the program', () => {
  it('S10 is registered and given its leads by a program supervisor, once by each name, and is listed for those who see the county', async () => {
    for (const actor of [coordinator, lead, family.parent]) expect(await codeOf(actor.do(change('registerSite'), { kind: 'COMMUNITY', name: 'North' }))).toBe('FORBIDDEN');
    await expectAudited(king, coordinator, 'registerSite', 'FORBIDDEN');
    expect(await codeOf(king.supervisor.do(change('registerSite'), { kind: 'COMMUNITY', name: court }))).toBe('IDENTITY.SITE_ALREADY_REGISTERED');
    expect(await sites(lead)).toEqual([]);
    const appoint = { siteId, personId: lead.personId };
    expect(await codeOf(coordinator.do(change('appointSiteLead'), appoint))).toBe('FORBIDDEN');
    await king.supervisor.do(change('appointSiteLead'), appoint);
    expect(await codeOf(king.supervisor.do(change('appointSiteLead'), appoint))).toBe('IDENTITY.LEADS_ALREADY');
    for (const actor of [coordinator, king.supervisor]) expect(await sites(actor)).toEqual([expect.objectContaining({ id: siteId, kind: 'TREATMENT_COURT', name: court, leads: [expect.objectContaining({ personId: lead.personId })] })]);
    expect(await sites(lead)).toEqual([expect.objectContaining({ id: siteId })]);
    for (const actor of [family.parent, family.caregiver, await king.person('PARENT_ALLY', 'Ally')]) expect(await sites(actor)).toEqual([]);
  });

  it('S10 is entered by its leads for people whom they know, and read by them and the person alone', async () => {
    const enrol = (by: Actor, personId: string): Promise<{ id: string }> => by.do(change('enrolAtSite'), { siteId, personId });
    for (const actor of [coordinator, king.supervisor, family.parent]) expect(await codeOf(enrol(actor, family.parent.personId))).toBe('NOT_FOUND');
    expect(await codeOf(enrol(lead, other.parent.personId))).toBe('NOT_FOUND');
    const before = [await shownToTheOtherSide(family, connectionId), await eventsSaid()];
    const { id: enrolmentId } = await enrol(lead, family.parent.personId);
    expect(await codeOf(enrol(lead, family.parent.personId))).toBe('IDENTITY.AT_SITE_ALREADY');

    // Decision 12: the other side, and everybody else, sees the program as before, and no event tells of it.
    expect([await shownToTheOtherSide(family, connectionId), await eventsSaid()]).toEqual(before);
    expect(JSON.stringify(before)).not.toContain(court);
    for (const actor of [coordinator, king.supervisor]) {
      expect((await sites(actor))[0]?.enrolments).toBeNull();
      expect(await factsFor(actor)).toEqual([]);
    }
    expect((await sites(lead))[0]?.enrolments).toEqual([{ personId: family.parent.personId, leftAt: null, notice: expect.stringContaining('42 CFR part 2') }]);
    expect(await auditOf(king, lead, 'ProgramSite.enrolments')).toContainEqual(expect.objectContaining({ outcome: 'READ' }));
    expect(await factsFor(family.parent)).toEqual([{ text: expect.stringMatching(/^Belongs to Family Treatment Court\.[^]*42 CFR part 2/) }]);
    expect(await codeOf(tell(family.parent, 'endSiteEnrolment', { enrolmentId }))).toBe('NOT_FOUND');

    // To whom a written consent names it is told, with the notice.
    const consent = { personId: family.parent.personId, patientName: 'Noor Example', disclosedBy: 'Noor Example', recipientPersonId: coordinator.personId, information: 'That she takes part', factIds: [enrolmentId] };
    await family.parent.do(change('recordWrittenConsent'), { ...consent, purpose: 'Visits', toldOfRightToRevoke: true, signedOn: '2026-01-02', expiresOn: '2099-01-01', document: 'Folder 2' });
    expect(await factsFor(coordinator)).toHaveLength(1);
    expect(await factsFor(king.supervisor)).toEqual([]);

    await tell(lead, 'endSiteEnrolment', { enrolmentId });
    expect(await codeOf(tell(lead, 'endSiteEnrolment', { enrolmentId }))).toBe('IDENTITY.LEFT_SITE_ALREADY');
    await enrol(lead, family.parent.personId);
  });

  it('S10 is no longer a lead’s to read from the moment that their time as lead ends', async () => {
    const [site] = await sites(lead);
    const leadId = site!.leads[0]!.id;
    expect(await codeOf(tell(lead, 'endSiteLead', { leadId }))).toBe('FORBIDDEN');
    await tell(king.supervisor, 'endSiteLead', { leadId });
    expect(await sites(lead)).toEqual([]);
    expect(await codeOf(lead.do(change('enrolAtSite'), { siteId, personId: family.parent.personId }))).toBe('NOT_FOUND');
    expect(await codeOf(tell(king.supervisor, 'endSiteLead', { leadId }))).toBe('IDENTITY.LEAD_ENDED');
  });

  it('S10 is led only by somebody who signs in', async () => {
    const [person] = await coordinator.do<{ id: string }[]>(change('registerChildren'), { children: [{ givenName: 'Ayan', familyName: 'Example', birthDate: '2020-02-29' }], parentIds: [] });
    expect(await codeOf(king.supervisor.do(change('appointSiteLead'), { siteId, personId: person!.id }))).toBe('IDENTITY.NO_ACCOUNT');
  });
});
