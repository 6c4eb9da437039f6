import { defineEntity, p } from '@mikro-orm/postgresql';
import type { CountyContext } from '../county-context.ts';
import { column } from '../database/columns.ts';
import type { RecordedChange } from './change-capture.ts';

const schema = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  indexes: [
    { name: 'audit_entry_person', properties: ['person', 'sequence'] },
    { name: 'audit_entry_records', expression: 'create index audit_entry_records on audit_entry using gin (records jsonb_path_ops)' },
  ],
  properties: {
    sequence: p.bigint('string').primary().autoincrement(),
    at: column.instant().defaultRaw('clock_timestamp()'),
    outcome: column.oneOf(['DONE', 'REFUSED', 'READ']),
    /** The mutation, query or consumer, by its name in the schema. */
    action: column.text(),
    /** The person who acted, or for whom a service acted; null for the public and for a service's own work. */
    person: column.ref<'Person'>().nullable(),
    actorKind: column.text(),
    roles: column.texts(),
    /** Why it was refused. */
    code: column.text().nullable(),
    /** What was written: kinds and ids, never contents. */
    records: column.json<readonly RecordedChange[]>(),
    correlationId: column.text(),
  },
});

/** One line of the county's trail: who did or was refused what. The table takes inserts only. */
export class AuditEntry extends schema.class {
  static of(context: CountyContext, outcome: AuditEntry['outcome'], about: { code?: string; records?: readonly RecordedChange[] } = {}): AuditEntry {
    const entry = new AuditEntry();
    return Object.assign(entry, {
      outcome,
      action: context.action,
      person: context.actor.person,
      actorKind: context.actor.kind,
      roles: [...context.actor.roles],
      code: about.code ?? null,
      records: about.records ?? [],
      correlationId: context.correlationId,
    });
  }
}
schema.setClass(AuditEntry);
export const auditEntrySchema = schema;
