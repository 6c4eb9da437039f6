import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

export enum BarrierKind {
  SUPERVISOR_NOT_AVAILABLE = 'SUPERVISOR_NOT_AVAILABLE',
  PLACE_NOT_AVAILABLE = 'PLACE_NOT_AVAILABLE',
  TRANSPORT = 'TRANSPORT',
  WORK_OR_SCHOOL_HOURS = 'WORK_OR_SCHOOL_HOURS',
  OTHER = 'OTHER',
}
const barrierKinds: readonly `${BarrierKind}`[] = Object.values(BarrierKind);

const schema = defineEntity({
  name: 'VisitBarrier',
  tableName: 'visit_barrier',
  properties: {
    id: column.id<'VisitBarrier'>(),
    planId: column.ref<'FamilyTimePlan'>().index(),
    kind: column.oneOf(barrierKinds),
    wantedFor: column.instant(),
    recordedAt: column.instant(),
  },
});

/** Something that kept a visit from being planned for a wanted time. */
export class VisitBarrier extends schema.class {
  static record(planId: Id<'FamilyTimePlan'>, kind: `${BarrierKind}`, wantedFor: Temporal.Instant, now: Temporal.Instant): VisitBarrier {
    return make(VisitBarrier, { id: newId<'VisitBarrier'>(), planId, kind, wantedFor, recordedAt: now });
  }
}
schema.setClass(VisitBarrier);
export const visitBarrierSchema = schema;
