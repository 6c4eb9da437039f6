import { deep, eventually, openConnection, placeFamily, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { change, codeOf, expectAudited, hoursAgo, said, tell } from './asking.ts';
import { csvOf, importFile } from './case-file.ts';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king', 'pierce');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

/** A second record of a person, as another system tells of them: without an account. Answers its id. */
async function secondRecord(externalId: string, givenName: string, roles = 'PARENT'): Promise<string> {
  const report = await importFile(coordinator, csvOf([{ record_type: 'PERSON', external_id: externalId, given_name: givenName, family_name: 'Example', roles }]));
  return report.lines.nodes[0]!.recordId!;
}
const merge = (survivorId: string, duplicateId: string, by = coordinator): Promise<{ id: string }> => by.do(change('mergePeople'), { survivorId, duplicateId, reason: 'Same mother, says the caseworker.' });
const mayCall = async (one: string, other: string): Promise<boolean> =>
  (await coordinator.get<{ mayContact: { possible: boolean } }>('query ($ids: [UUID!]!) { mayContact(personIds: $ids, channel: CALL) { possible } }', { ids: [one, other] })).mayContact.possible;
const prohibit = (one: string, other: string): Promise<{ id: string }> => coordinator.do(change('prohibitContact'), { personIds: [one, other], channels: ['CALL'], source: 'COURT_ORDER' });
const permit = (one: string, other: string): Promise<{ id: string }> => coordinator.do(change('permitContact'), { personIds: [one, other], channels: ['CALL'], source: 'CASE_PLAN' });

/** Everything of identity that names a person, as it stands now: what holds, and not what has ended. */
const standing = (...ids: string[]): Promise<object[]> =>
  king.rows(
    `select 'role' as what, person_id::text || role as fact from identity.role_assignment where ends_at is null and person_id::text = any ($1)
     union all select 'case', child_id::text || person_id::text || role from identity.case_assignment where ends_at is null and person_id::text = any ($1)
     union all select 'consent', concat(person_id, given_by, recipient_person_id, recipient_role, item, purpose, wish, starts_at) from identity.consent where (ends_at is null or ends_at > now()) and (person_id::text = any ($1) or recipient_person_id::text = any ($1))
     union all select 'rule', concat(kind, first_person_id, second_person_id, channels, hours, source, document) from identity.contact_rule where (ends_at is null or ends_at > now()) and (first_person_id::text = any ($1) or second_person_id::text = any ($1))
     union all select 'limit', concat(child_id, person_id, channels, times_per_week, supervision, document) from identity.case_plan_limit where (ends_at is null or ends_at > now()) and person_id::text = any ($1)
     union all select 'child', id::text || parent_ids::text from identity.child where parent_ids && $1
     union all select 'home', id::text || caregiver_ids::text from identity.caregiver_household where caregiver_ids && $1
     union all select 'relative', id::text || person_id from identity.relative where person_id::text = any ($1)
     union all select 'request', id::text || person_id || status from identity.participation_request where person_id::text = any ($1)
     union all select 'details', concat(person_id, phones, email, addresses, safe_times, preferred, interpreter_language) from identity.contact_details where person_id::text = any ($1)
     union all select 'fact', id::text || person_id || coalesce(text, sealed_text) from identity.confidential_fact where person_id::text = any ($1)
     union all select 'name', external_id || record_id::text from identity.external_record where record_id::text = any ($1)
     union all select 'alias', id::text || coalesce(merged_into_id::text, '') || given_name from identity.person where id::text = any ($1) order by 1, 2`,
    [ids],
  );

const home = { lines: ['12 Cedar Street'], city: 'Seattle', region: 'WA', postalCode: '98101', country: 'US' };
const substitute = { lines: ['PO Box 1234'], city: 'Olympia', region: 'WA', postalCode: '98507', country: 'US' };
const detailsOf = async (actor: Actor, id: string): Promise<Record<string, unknown> | null> =>
  (await actor.get<{ person: { contactDetails: Record<string, unknown> | null } }>('query ($id: UUID!) { person(id: $id) { contactDetails { phones { number } email address { city } } } }', { id })).person.contactDetails;
const factsOf = async (actor: Actor, id: string): Promise<{ text: string }[]> =>
  (await actor.get<{ person: { confidentialFacts: { text: string }[] } }>('query ($id: UUID!) { person(id: $id) { confidentialFacts { text } } }', { id })).person.confidentialFacts;
const registerChild = async (...parentIds: string[]): Promise<string> =>
  (await coordinator.do<{ id: string }[]>(change('registerChildren'), { children: [{ givenName: 'Ayan', familyName: 'Example', birthDate: '2020-02-29' }], parentIds }))[0]!.id;
const unmerge = (mergeId: string): Promise<{ saidSince: { kind: string; recordId: string }[] }> => tell(coordinator, 'unmergePeople', { mergeId }, '{ saidSince { kind recordId } }');

/** Every column of identity that can name a person, and what a merge does there. A new one is decided here before it is on main. */
const decided: Readonly<Record<string, string>> = {
  'access_account.person_id': 'REFUSED: the duplicate signs in',
  'access_case_member.person_id': 'FOLLOWS case_assignment',
  'access_elevation.person_id': 'KEPT: it ends by itself',
  'access_elevation.subject_id': 'KEPT: it ends by itself',
  'access_pair.mentor_id': 'REFUSED: the duplicate mentors',
  'access_pair.participant_id': 'REFUSED: the duplicate has a mentor',
  'access_party.participant_id': 'REFUSED: the duplicate is on a family connection',
  'access_party.person_id': 'REFUSED: the duplicate is on a family connection',
  'access_role.person_id': 'FOLLOWS role_assignment',
  'account.person_id': 'REFUSED: the duplicate signs in',
  'after_case_consent.person_id': 'REFUSED: the duplicate is on a family connection',
  'audit_entry.person': 'KEPT: what happened',
  'break_glass_use.subject_id': 'KEPT: what happened',
  'break_glass_use.supervisor_id': 'KEPT: what happened',
  'capability_link.person_id': 'KEPT: who has no account has been written no messages',
  'caregiver_household.caregiver_ids': 'MOVED',
  'case_assignment.person_id': 'MOVED',
  'case_plan_limit.person_id': 'JOINED',
  'child.parent_ids': 'MOVED',
  'confidential_fact.person_id': 'KEPT: nothing is disclosed by a merge',
  'consent.given_by': 'KEPT: whose yes it was; in what is joined of the duplicate’s own, the survivor’s',
  'consent.person_id': 'JOINED',
  'consent.recipient_person_id': 'JOINED',
  'contact_details.person_id': 'JOINED',
  'contact_rule.first_person_id': 'JOINED',
  'contact_rule.second_person_id': 'JOINED',
  'erasure.person_id': 'REFUSED: an erasure is in hand, or done',
  'erasure_report.person_id': 'REFUSED: an erasure is in hand, or done',
  'external_record.record_id': 'MOVED',
  'family_connection.parent_id': 'REFUSED: the duplicate is on a family connection',
  'legal_hold.subject_id': 'REFUSED: a hold keeps the records',
  'notification.person_id': 'KEPT: who has no account has asked for no messages',
  'notification_preferences.person_id': 'KEPT: who has no account has said nothing',
  'participation_request.person_id': 'MOVED',
  'person.merged_into_id': 'SET',
  'person_key.person_id': 'KEPT: each record is sealed with its own',
  'person_merge.duplicate_id': 'the merge itself',
  'person_merge.survivor_id': 'the merge itself',
  'relative.person_id': 'MOVED',
  'role_assignment.person_id': 'MOVED',
  'site_lead.person_id': 'REFUSED: who leads a site signs in',
  'written_consent.person_id': 'KEPT: nothing is disclosed by a merge',
  'written_consent.recipient_person_id': 'KEPT: it names one person',
};

describe('what a merge does', () => {
  it('is decided for every column that names a person; who did something stays who did it', async () => {
    const columns = await king.rows<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema = 'identity' and table_type = 'BASE TABLE' and udt_name in ('uuid', '_text', '_uuid')
          and column_name ~ '(person|parent|caregiver|mentor|participant|supervisor|subject|survivor|duplicate|merged_into|given_by)' order by 1`,
    );
    const named = Object.keys(decided).filter((column) => column !== 'external_record.record_id'); // a record of whichever kind
    expect(columns.map(({ name }) => name)).toEqual(named.sort());
  });
});

describe('a merge', () => {
  it('S83 moves what the duplicate held, never loses a prohibition, and can be undone exactly', async () => {
    const mother = await king.person('PARENT', 'Noor');
    const father = await king.person('PARENT', 'Farid');
    const aunt = await king.person('RELATIVE', 'Luz');
    const duplicate = await secondRecord('dup-2', 'Nour', 'PARENT;RELATIVE');
    const children = [{ givenName: 'Ayan', familyName: 'Example', birthDate: '2020-02-29' }];
    const [child] = await coordinator.do<{ id: string }[]>(change('registerChildren'), { children, parentIds: [duplicate, father.personId] });
    await permit(duplicate, aunt.personId);
    await permit(mother.personId, father.personId);
    await prohibit(duplicate, father.personId);
    await coordinator.do(change('recordConsent'), { personId: duplicate, item: 'PHOTO', recipientPersonId: father.personId, givenHow: 'SPOKEN' });
    await coordinator.do(change('recordConsent'), { personId: mother.personId, item: 'EMAIL', recipientPersonId: father.personId, givenHow: 'SPOKEN' });
    const mothersEmailIsShared = async (): Promise<boolean> => (await king.rows(`select 1 from identity.item_recipient where person_id = $1 and recipient_id = $2 and item = 'EMAIL'`, [mother.personId, father.personId])).length > 0;
    expect(await mothersEmailIsShared()).toBe(true);
    expect(await mayCall(mother.personId, father.personId)).toBe(true);
    const before = await standing(mother.personId, duplicate);

    expect(await codeOf(merge(mother.personId, duplicate, mother))).toBe('FORBIDDEN');
    await expectAudited(king, mother, 'mergePeople', 'FORBIDDEN');
    expect(await codeOf(merge(mother.personId, duplicate, await world.county('pierce').person('COORDINATOR')))).toBe('NOT_FOUND');
    const { id: mergeId } = await merge(mother.personId, duplicate);
    expect(await mayCall(mother.personId, father.personId)).toBe(false);
    expect(await mothersEmailIsShared()).toBe(false);
    expect(await mayCall(mother.personId, aunt.personId)).toBe(true);
    expect(await coordinator.get('query ($id: UUID!) { person(id: $id) { id givenName } }', { id: duplicate })).toEqual({ person: { id: mother.personId, givenName: 'Noor' } });
    expect(await king.rows(`select parent_ids from identity.child where id = $1`, [child?.id])).toEqual([{ parent_ids: [mother.personId, father.personId] }]);
    const people = [mother.personId, father.personId].sort();
    expect(await said(king, 'identity.contact-prohibited.v1')).toContainEqual(expect.objectContaining({ people }));
    expect(await said(king, 'identity.people-merged.v1')).toContainEqual(expect.objectContaining({ mergeId, survivorId: mother.personId, duplicateId: duplicate }));
    expect(await said(king, 'identity.role-granted.v1')).toContainEqual(expect.objectContaining({ personId: mother.personId, role: 'RELATIVE' }));
    expect(await codeOf(merge(mother.personId, duplicate))).toBe('IDENTITY.MERGED_ALREADY');
    expect(await codeOf(merge(duplicate, aunt.personId))).toBe('IDENTITY.MERGED_ALREADY');
    // A file that names the duplicate means the survivor from now on.
    const later = await importFile(coordinator, csvOf([{ record_type: 'PERSON', external_id: 'dup-2', given_name: 'Noor', family_name: 'Example', roles: 'PARENT' }]));
    expect(later.lines.nodes[0]?.recordId).toBe(mother.personId);

    expect((await unmerge(mergeId)).saidSince).toEqual([]);
    expect(await standing(mother.personId, duplicate)).toEqual(before);
    expect(await mayCall(mother.personId, father.personId)).toBe(true);
    expect(await mothersEmailIsShared()).toBe(true); // the prohibition was never about her
    expect(await mayCall(duplicate, father.personId)).toBe(false);
    expect(await codeOf(tell(coordinator, 'unmergePeople', { mergeId }))).toBe('IDENTITY.MERGE_UNDONE');
    expect(await said(king, 'identity.people-unmerged.v1')).toContainEqual(expect.objectContaining({ mergeId }));
  });

  it('S83 lets a prohibition that came in between hold for both once they are told apart', async () => {
    const parent = await king.person('PARENT', 'Sahra');
    const other = await king.person('PARENT', 'Idris');
    const duplicate = await secondRecord('dup-3', 'Sara');
    const { id: mergeId } = await merge(parent.personId, duplicate);
    await permit(duplicate, other.personId);
    expect(await mayCall(parent.personId, other.personId)).toBe(true);
    await prohibit(duplicate, other.personId);
    expect(await mayCall(parent.personId, other.personId)).toBe(false);
    await tell(coordinator, 'unmergePeople', { mergeId });
    expect(await mayCall(parent.personId, other.personId)).toBe(false);
    await permit(duplicate, other.personId);
    expect(await mayCall(duplicate, other.personId)).toBe(false);
  });

  it('is refused where other services could not follow, for children, for oneself, and for two between whom contact is ruled on', async () => {
    const family = await placeFamily(king, 'Amal');
    await openConnection(king, family);
    const record = await secondRecord('dup-4', 'Amal');
    expect(await codeOf(merge(record, family.parent.personId))).toBe('IDENTITY.MERGE_IN_USE');
    expect(await codeOf(merge(record, family.caregiver.personId))).toBe('IDENTITY.MERGE_IN_USE');
    expect(await codeOf(merge(record, family.childIds[0]!))).toBe('IDENTITY.MERGE_OF_CHILD');
    expect(await codeOf(merge(record, record))).toBe('IDENTITY.MERGE_NOT_POSSIBLE');
    await prohibit(record, family.parent.personId);
    expect(await codeOf(merge(family.parent.personId, record))).toBe('IDENTITY.MERGE_NOT_POSSIBLE');
    const chief = await secondRecord('dup-5', 'Chief');
    await king.supervisor.do(change('grantRole'), { personId: chief, role: 'PROGRAM_SUPERVISOR' });
    expect(await codeOf(merge(family.caregiver.personId, chief))).toBe('FORBIDDEN');
  });

  it('is refused in the same words under a legal hold and while an erasure is in hand, and goes on when they are over', async () => {
    const parent = await king.person('PARENT', 'Held');
    const record = await secondRecord('dup-8', 'Heldd');
    const { id: holdId } = await king.supervisor.do<{ id: string }>(change('placeLegalHold'), { scope: 'PERSON', subjectId: record, reason: 'a lawsuit', matter: '26-2-01234-5' });
    expect(await codeOf(merge(parent.personId, record))).toBe('IDENTITY.MERGE_NOT_POSSIBLE');
    await tell(king.supervisor, 'liftLegalHold', { holdId, reason: 'the court has decided' });
    const { id: erasureId } = await coordinator.do<{ id: string }>(change('requestErasure'), { personId: parent.personId });
    expect(await codeOf(merge(parent.personId, record))).toBe('IDENTITY.MERGE_NOT_POSSIBLE');
    await tell(coordinator, 'withdrawErasure', { erasureId });
    await merge(parent.personId, record);
  });

  it('keeps both records under a hold on either, and erases no person while another record of theirs tells of them', async () => {
    const pierce = world.county('pierce'); // which waits no day
    const { supervisor } = pierce;
    const clerk = await pierce.person('COORDINATOR');
    const parent = await pierce.person('PARENT', 'Kept');
    const report = await importFile(clerk, csvOf([{ record_type: 'PERSON', external_id: 'dup-20', given_name: 'Keptt', family_name: 'Example', roles: 'PARENT' }]));
    const record = report.lines.nodes[0]!.recordId!;
    const { id: mergeId } = await merge(parent.personId, record, clerk);
    const erase = async (personId: string): Promise<() => Promise<string>> => {
      const { id: erasureId } = await clerk.do<{ id: string }>(change('requestErasure'), { personId });
      await tell(supervisor, 'confirmErasure', { erasureId });
      return () => codeOf(tell(supervisor, 'carryOutErasure', { erasureId }));
    };
    const [eraseSurvivor, eraseDuplicate] = [await erase(parent.personId), await erase(record)];
    const { id: holdId } = await supervisor.do<{ id: string }>(change('placeLegalHold'), { scope: 'PERSON', subjectId: parent.personId, reason: 'a lawsuit', matter: '26-2-01234-6' });
    expect(await eraseDuplicate()).toBe('IDENTITY.ERASURE_NOT_POSSIBLE');
    await tell(supervisor, 'liftLegalHold', { holdId, reason: 'the court has decided' });
    expect(await eraseSurvivor()).toBe('IDENTITY.OTHER_RECORD_FIRST');
    expect([await eraseDuplicate(), await eraseSurvivor()]).toEqual(['NOT_REFUSED', 'NOT_REFUSED']);
    expect(await codeOf(tell(clerk, 'unmergePeople', { mergeId }))).toBe('PERSON_ERASED');
  });

  it('keeps the contact details of both readable, lets no substitute address be lost, and takes back what it filled in', async () => {
    const parent = await king.person('PARENT', 'Reached');
    const record = await secondRecord('dup-9', 'Reachedd');
    await tell(coordinator, 'setContactDetails', { personId: parent.personId, email: 'own@example.org', address: home });
    await tell(coordinator, 'setContactDetails', { personId: record, email: 'other@example.org', phones: [{ number: '+12065550147', kind: 'MOBILE', safeToLeaveMessage: true }], address: home, substituteAddress: substitute });
    const before = await standing(parent.personId, record);
    const { id: mergeId } = await merge(parent.personId, record);
    expect(await detailsOf(coordinator, parent.personId)).toEqual({ phones: [{ number: '+12065550147' }], email: 'own@example.org', address: { city: 'Olympia' } });
    await unmerge(mergeId);
    expect(await standing(parent.personId, record)).toEqual(before);
    expect(await detailsOf(coordinator, record)).toMatchObject({ email: 'other@example.org' });
    const { id: again } = await merge(parent.personId, record);
    await tell(coordinator, 'setContactDetails', { personId: record, email: 'new@example.org' });
    expect(await detailsOf(coordinator, parent.personId)).toMatchObject({ email: 'new@example.org' });
    expect((await unmerge(again)).saidSince).toEqual([{ kind: 'CONTACT_DETAILS', recordId: expect.any(String) }]);
    expect(await detailsOf(coordinator, parent.personId)).toMatchObject({ email: 'new@example.org', address: { city: 'Olympia' } });
  });

  it('S10 discloses no fact that 42 CFR Part 2 protects to the survivor, and keeps it readable for who recorded it', async () => {
    const parent = await king.person('PARENT', 'Quiet');
    const record = await secondRecord('dup-10', 'Quiett');
    await coordinator.do(change('recordConfidentialFact'), { personId: record, text: 'Said of the second record.' });
    const { id: mergeId } = await merge(parent.personId, record);
    expect(await factsOf(parent, parent.personId)).toEqual([]);
    expect(await factsOf(king.supervisor, parent.personId)).toEqual([]);
    expect(await factsOf(coordinator, parent.personId)).toEqual([{ text: expect.stringContaining('Said of the second record.') }]);
    expect((await unmerge(mergeId)).saidSince).toEqual([]);
    expect(await factsOf(coordinator, record)).toHaveLength(1);
    expect(await factsOf(coordinator, parent.personId)).toEqual([]);
  });

  it('answers what was said in between as a list for somebody to decide, which stays with the survivor', async () => {
    const parent = await king.person('PARENT', 'Since');
    const aunt = await king.person('RELATIVE', 'Auntie');
    const record = await secondRecord('dup-11', 'Sincee');
    const { id: mergeId } = await merge(parent.personId, record);
    const childId = await registerChild(record);
    const { id: consentId } = await coordinator.do<{ id: string }>(change('recordConsent'), { personId: record, item: 'PHOTO', recipientPersonId: aunt.personId, givenHow: 'SPOKEN' });
    const { id: ruleId } = await permit(record, aunt.personId);
    const { saidSince } = await unmerge(mergeId);
    expect(saidSince).toEqual(expect.arrayContaining([{ kind: 'CHILD', recordId: childId }, { kind: 'CONSENT', recordId: consentId }, { kind: 'CONTACT_RULE', recordId: ruleId }]));
    expect(saidSince).toHaveLength(3);
    expect(await coordinator.get('query ($id: UUID!) { personMerges(personId: $id) { id survivorId saidSince { kind } } }', { id: record })).toEqual({ personMerges: [expect.objectContaining({ id: mergeId, survivorId: parent.personId })] });
    expect(await codeOf(parent.get('query ($id: UUID!) { personMerges(personId: $id) { id } }', { id: record }))).toBe('FORBIDDEN');
    expect(await mayCall(parent.personId, aunt.personId)).toBe(true);
  });

  it('is refused while both have a limit of the case plan with one child, or an open request to take part', async () => {
    const parent = await king.person('PARENT', 'Limited');
    const record = await secondRecord('dup-12', 'Limitedd');
    const childId = await registerChild(parent.personId, record);
    const limit = (personId: string): Promise<{ id: string }[]> => coordinator.do(change('setCasePlanLimit'), { childIds: [childId], personId, channels: ['CALL'], timesPerWeek: 2 });
    await limit(parent.personId);
    const [second] = await limit(record);
    expect(await codeOf(merge(parent.personId, record))).toBe('IDENTITY.MERGE_OPEN_MATTERS');
    await tell(coordinator, 'endCasePlanLimit', { limitId: second!.id });
    for (const personId of [parent.personId, record]) await coordinator.do(change('requestParticipation'), { forPersonId: personId, as: 'PARENT', preferredLanguage: 'en' });
    expect(await codeOf(merge(parent.personId, record))).toBe('IDENTITY.MERGE_OPEN_MATTERS');
  });

  it('S83 leaves everything as it was before when it is undone, whatever the two held', async () => {
    const other = await king.person('PARENT', 'Other');
    const childId = await registerChild(other.personId);
    const doings: readonly ((personId: string) => Promise<unknown>)[] = [
      (personId) => prohibit(personId, other.personId),
      (personId) => permit(other.personId, personId),
      (personId) => coordinator.do(change('recordConsent'), { personId, item: 'PHOTO', recipientRole: 'CASEWORKER', givenHow: 'WRITTEN', wish: 'Only on paper.' }),
      (personId) => coordinator.do(change('recordConsent'), { personId: other.personId, item: 'EMAIL', recipientPersonId: personId, givenHow: 'SPOKEN', purpose: 'CHILD_CARE' }),
      (personId) => coordinator.do(change('grantRole'), { personId, role: 'RELATIVE' }),
      (personId) => registerChild(personId, other.personId),
      (personId) => coordinator.do(change('registerCaregiverHousehold'), { kind: 'KINSHIP_CAREGIVER', licensed: false, caregiverIds: [personId] }),
      (personId) => coordinator.do(change('addRelative'), { childIds: [childId], givenName: 'Luz', familyName: 'Example', kinship: 'GRANDPARENT', personId }),
      (personId) => tell(coordinator, 'setContactDetails', { personId, email: `${personId}@example.org`, phones: [{ number: '+12065550199', kind: 'HOME', safeToLeaveMessage: false }], address: home }),
      (personId) => coordinator.do(change('recordConfidentialFact'), { personId, text: 'A fact.' }),
    ];
    for (const [round, chosen] of fc.sample(fc.tuple(fc.subarray([...doings]), fc.subarray([...doings])), { numRuns: deep(3, 40), seed: 20261122 }).entries()) {
      const survivor = await king.person('PARENT', `Round${round}`);
      const record = await secondRecord(`round-${round}`, `Round${round}x`);
      for (const [index, personId] of [survivor.personId, record].entries()) for (const doing of chosen[index]!) await doing(personId);
      const before = await standing(survivor.personId, record, other.personId);
      const { id: mergeId } = await merge(survivor.personId, record);
      expect(await standing(survivor.personId, record, other.personId)).not.toEqual(before);
      expect((await unmerge(mergeId)).saidSince).toEqual([]);
      expect(await standing(survivor.personId, record, other.personId)).toEqual(before);
    }
  });

  it('is made once by two who hurry, and loses no prohibition that is written at the same moment', async () => {
    const parent = await king.person('PARENT', 'Fast');
    const other = await king.person('PARENT', 'Other');
    const duplicate = await secondRecord('dup-6', 'Faster');
    await permit(parent.personId, other.personId);
    const answers = await Promise.all([codeOf(merge(parent.personId, duplicate)), codeOf(merge(parent.personId, duplicate)), codeOf(prohibit(duplicate, other.personId))]);
    expect(answers.slice(0, 2).sort()).toEqual(['IDENTITY.MERGED_ALREADY', 'NOT_REFUSED']);
    expect(answers[2]).toBe('NOT_REFUSED');
    expect(await mayCall(parent.personId, other.personId)).toBe(false);
  });

  it('moves a worker’s cases, so that the survivor sees the child and nobody is on the case twice', async () => {
    const worker = await king.person('CASA', 'Casey');
    const duplicate = await secondRecord('dup-7', 'Caseyy', 'CASA');
    const [child] = await coordinator.do<{ id: string }[]>(change('registerChildren'), { children: [{ givenName: 'Ira', familyName: 'Example', birthDate: '2020-02-29' }], parentIds: [] });
    await coordinator.do(change('assignCase'), { childIds: [child?.id], personId: duplicate, role: 'CASA' });
    await coordinator.do(change('beginFosterCare'), { childIds: [child?.id], removedAt: { at: hoursAgo(5) } });
    await merge(worker.personId, duplicate);
    const ask = 'query ($id: UUID!) { child(id: $id) { caseAssignments { personId } } }';
    expect(await eventually(() => worker.get(ask, { id: child?.id }))).toEqual({ child: { caseAssignments: [{ personId: worker.personId }] } });
  });
});
