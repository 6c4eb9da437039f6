import type { Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { importedKinds, type ImportedKind } from './case-record.ts';

const schema = defineEntity({
  name: 'ExternalRecord',
  tableName: 'external_record',
  properties: {
    sourceSystem: column.text().primary(),
    kind: column.oneOf(importedKinds).primary(),
    externalId: column.text().primary(),
    /** Which record here it is. */
    recordId: column.ref<'Imported'>().index(),
    /** Of the row as it was last taken, so that the same row again is known by itself. */
    digest: column.text(),
  },
});

/** What another system calls a record of this county: unique per source system and kind. A record may have several such names. */
export class ExternalRecord extends schema.class {
  static link(name: { sourceSystem: string; kind: `${ImportedKind}`; externalId: string }, recordId: string, digest: string): ExternalRecord {
    return make(ExternalRecord, { ...name, recordId: recordId as Id<'Imported'>, digest });
  }
}
schema.setClass(ExternalRecord);
export const externalRecordSchema = schema;
