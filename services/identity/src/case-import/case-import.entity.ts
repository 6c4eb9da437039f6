import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { longestPart, readCsvPart, readJsonLinesPart, type ReadRow } from './file-part.ts';
import { importOver, partOutOfOrder, partTooLong } from './case-import.errors.ts';

export enum CaseFileFormat {
  CSV = 'CSV',
  JSON_LINES = 'JSON_LINES',
}
const formats: readonly `${CaseFileFormat}`[] = Object.values(CaseFileFormat);

export enum CaseImportStatus {
  RECEIVING = 'RECEIVING',
  RUNNING = 'RUNNING',
  DONE = 'DONE',
}
const statuses: readonly `${CaseImportStatus}`[] = Object.values(CaseImportStatus);

const schema = defineEntity({
  name: 'CaseImport',
  tableName: 'case_import',
  properties: {
    id: column.id<'CaseImport'>(),
    /** As the county calls the system that the file comes from. */
    sourceSystem: column.text(),
    format: column.oneOf(formats),
    dryRun: column.boolean(),
    status: column.oneOf(statuses),
    parts: column.integer(),
    /** Of the last part, so that the same one sent again is known. */
    partDigest: column.text().nullable(),
    columns: column.texts().nullable(),
    counted: column.integer(),
    /** The row in which the last part broke off. */
    rest: column.text(),
    begunBy: column.ref<'Person'>(),
    begunAt: column.instant(),
    finishedAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** A file of case data on its way into the county: received part by part, then taken row by row. */
export class CaseImport extends schema.class {
  static begin(file: { sourceSystem: string; format: `${CaseFileFormat}`; dryRun: boolean }, begunBy: Id<'Person'>, begunAt: Temporal.Instant): CaseImport {
    const sourceSystem = requireText(file.sourceSystem, { field: 'The source system', max: 60 });
    return make(CaseImport, { id: newId<'CaseImport'>(), ...file, sourceSystem, status: 'RECEIVING', parts: 0, partDigest: null, columns: null, counted: 0, rest: '', begunBy, begunAt, finishedAt: null });
  }

  /** The rows that are whole with this part, the `number`th; none where it is the last one sent again. */
  receive({ number, text, last }: { number: number; text: string; last: boolean }, digest: string): readonly ReadRow[] {
    if (number === this.parts && digest === this.partDigest) return [];
    if (this.status !== 'RECEIVING') throw importOver();
    if (number !== this.parts + 1) throw partOutOfOrder(this.parts + 1);
    if (text.length > longestPart) throw partTooLong(longestPart);
    const read = this.format === 'CSV' ? readCsvPart : readJsonLinesPart;
    const { rows, columns, counted, rest } = read({ columns: this.columns ?? null, counted: this.counted, rest: this.rest }, text, last);
    Object.assign(this, { parts: number, partDigest: digest, columns, counted, rest, status: last ? 'RUNNING' : 'RECEIVING' });
    return rows;
  }

  /** Nobody finished it in time: what has not become a row yet is forgotten with the rest. */
  abandon(at: Temporal.Instant): void {
    this.rest = '';
    this.finish(at);
  }

  finish(at: Temporal.Instant): void {
    this.status = 'DONE';
    this.finishedAt = at;
  }
}
schema.setClass(CaseImport);
export const caseImportSchema = schema;
