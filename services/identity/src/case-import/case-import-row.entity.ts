import type { Id } from '@fc/domain-kernel';
import { column, defineEntity } from '@fc/tenancy';
import { importedKinds, type Cells } from './case-record.ts';

export enum CaseRowOutcome {
  CREATED = 'CREATED',
  UPDATED = 'UPDATED',
  UNCHANGED = 'UNCHANGED',
  REFUSED = 'REFUSED',
}
export const rowOutcomes: readonly `${CaseRowOutcome}`[] = Object.values(CaseRowOutcome);

const schema = defineEntity({
  name: 'CaseImportRow',
  tableName: 'case_import_row',
  uniques: [{ name: 'case_import_row_number', properties: ['importId', 'number'] }],
  indexes: [{ properties: ['importId', 'outcome', 'stage', 'beganAt', 'number'] }, { properties: ['importId', 'kind', 'externalId'] }, { properties: ['importId', 'caseKey'] }],
  properties: {
    id: column.id<'CaseImportRow'>(),
    importId: column.ref<'CaseImport'>(),
    number: column.integer(),
    /** Both null where the row does not say. */
    kind: column.oneOf(importedKinds).nullable(),
    externalId: column.text().nullable(),
    /** The child whose case it belongs to, by the source system's id. */
    caseKey: column.text().nullable(),
    /** Rows are taken by stage, and within one by when what they tell of began. */
    stage: column.integer(),
    beganAt: column.double(),
    /** Null once the import is done: what it said is in the records then, or nowhere. */
    cells: column.json<Cells>().nullable(),
    outcome: column.oneOf(rowOutcomes).nullable(),
    code: column.text().nullable(),
    message: column.text().nullable(),
    recordId: column.ref<'Imported'>().nullable(),
  },
});

/** One row of a file, and what became of it: a line of the report. Inserted many at a time by `keepRows`. */
export class CaseImportRow extends schema.class {
  take(outcome: Exclude<`${CaseRowOutcome}`, 'REFUSED'>, recordId: string | null): void {
    this.outcome = outcome;
    this.recordId = recordId as Id<'Imported'> | null;
  }

  refuse({ code, message }: { code: string; message: string }): void {
    Object.assign(this, { outcome: 'REFUSED', code, message });
  }
}
schema.setClass(CaseImportRow);
export const caseImportRowSchema = schema;
