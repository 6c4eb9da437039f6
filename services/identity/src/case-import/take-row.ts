import { createHash } from 'node:crypto';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { readRecord, type CaseRecord, type Cells } from './case-record.ts';
import type { CaseRowOutcome } from './case-import-row.entity.ts';
import { ExternalRecord } from './external-record.entity.ts';
import { Source } from './source.ts';
import * as care from './take-care.ts';
import * as families from './take-families.ts';
import { createPerson, updatePerson } from './take-people.ts';

export interface TakenRow {
  readonly outcome: Exclude<`${CaseRowOutcome}`, 'REFUSED'>;
  readonly recordId: string;
}

/**
 * Takes one row into the county, by the same ways and with the same events as if somebody had entered it. What another row of
 * the source made before is put right where this one says it otherwise; the same row again changes nothing. Throws why it is refused.
 */
export async function takeRow(tx: Transaction, sourceSystem: string, cells: Cells, now: Temporal.Instant): Promise<TakenRow> {
  const record = readRecord(cells, tx.context.county.timeZone);
  const name = { sourceSystem, kind: record.record_type, externalId: record.external_id };
  const digest = createHash('sha256').update(JSON.stringify(Object.entries(cells).sort())).digest('base64url');
  const known = await tx.first(ExternalRecord, name);
  if (known?.digest === digest) return { outcome: 'UNCHANGED', recordId: known.recordId };
  const source = new Source(tx, sourceSystem, now);
  if (!known) {
    const recordId = await create(source, record);
    tx.add(ExternalRecord.link(name, recordId, digest));
    return { outcome: 'CREATED', recordId };
  }
  const changed = await update(source, record, known.recordId);
  known.digest = digest;
  return { outcome: changed ? 'UPDATED' : 'UNCHANGED', recordId: known.recordId };
}

function create(source: Source, record: CaseRecord): Promise<string> {
  switch (record.record_type) {
    case 'PERSON':
      return createPerson(source, record);
    case 'HOUSEHOLD':
      return families.createHousehold(source, record);
    case 'CHILD':
      return families.createChild(source, record);
    case 'EPISODE':
      return care.createEpisode(source, record);
    case 'PLACEMENT':
      return care.createPlacement(source, record);
    case 'CASE_ASSIGNMENT':
      return care.createCaseAssignment(source, record);
  }
}

function update(source: Source, record: CaseRecord, id: string): Promise<boolean> {
  switch (record.record_type) {
    case 'PERSON':
      return updatePerson(source, record, id as Id<'Person'>);
    case 'HOUSEHOLD':
      return families.updateHousehold(source, record, id as Id<'CaregiverHousehold'>);
    case 'CHILD':
      return families.updateChild(source, record, id as Id<'Child'>);
    case 'EPISODE':
      return care.updateEpisode(source, record, id as Id<'FosterCareEpisode'>);
    case 'PLACEMENT':
      return care.updatePlacement(source, record, id as Id<'Placement'>);
    case 'CASE_ASSIGNMENT':
      return care.updateCaseAssignment(source, record, id as Id<'CaseAssignment'>);
  }
}
