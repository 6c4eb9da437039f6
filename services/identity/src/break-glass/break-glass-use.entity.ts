import { DomainError, newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'BreakGlassUse',
  tableName: 'break_glass_use',
  properties: {
    id: column.id<'BreakGlassUse'>(),
    supervisorId: column.ref<'Person'>().index(),
    /** The person or child around whom it was broken. */
    subjectId: column.ref<'Person'>().index(),
    reason: column.text(),
    from: column.instant().fieldNames('starts_at'),
    until: column.instant().fieldNames('ends_at'),
  },
});

/** What is too short to tell anybody afterwards why it had to be. */
const shortestReason = 20;

/** A program supervisor took, for some hours and for a reason that others will read, what is kept from them otherwise. Never changed: it ends by itself. */
export class BreakGlassUse extends schema.class {
  /** Throws `IDENTITY.REASON_TOO_SHORT`, and what `requireText` throws. */
  static begin(said: { supervisorId: Id<'Person'>; subjectId: Id<'Person'>; reason: string; from: Temporal.Instant; hours: number }): BreakGlassUse {
    const reason = requireText(said.reason, { field: 'The reason', max: 500 });
    if (reason.length < shortestReason) throw new DomainError('IDENTITY.REASON_TOO_SHORT', `Say why in at least ${shortestReason} characters: others will read it.`);
    const { supervisorId, subjectId, from, hours } = said;
    return make(BreakGlassUse, { id: newId<'BreakGlassUse'>(), supervisorId, subjectId, reason, from, until: from.add({ hours }) });
  }
}
schema.setClass(BreakGlassUse);
export const breakGlassUseSchema = schema;
