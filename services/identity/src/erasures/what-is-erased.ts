/** One kind of record that an erasure takes, and how; `?` stands for the person's id, as often as it is needed. */
interface ErasedKind {
  readonly kind: string;
  readonly sql: string;
}

/**
 * What identity knows of a person in words of theirs or about them, beside their name. A feature that begins to keep such a thing
 * adds its line here. Ids and dates of the program's own work stay: they are the county's record and lead to nobody.
 */
export const erasedKinds: readonly ErasedKind[] = [
  { kind: 'contact details', sql: `delete from contact_details where person_id = ?` },
  { kind: 'messages', sql: `update participation_request set message = null where person_id = ?` },
  // The year stays, for the figures.
  { kind: 'date of birth', sql: `update child set birth_date = date_trunc('year', birth_date)::date where id = ?` },
  { kind: 'corrections', sql: `update correction set facts = '[]', reason = '' where record in ('PERSON', 'CHILD') and record_id = ?` },
  { kind: 'imported rows', sql: `update case_import_row set cells = null, external_id = null, case_key = null, message = null where record_id = ?` },
  { kind: 'numbers in other systems', sql: `delete from external_record where record_id = ?` },
  { kind: 'wishes for notifications', sql: `delete from notification_preferences where person_id = ?` },
];
