import { newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

export enum ConnectionStatus {
  OPEN = 'OPEN',
  AFTER = 'AFTER',
  ENDED = 'ENDED',
}
const statuses: readonly `${ConnectionStatus}`[] = Object.values(ConnectionStatus);

const schema = defineEntity({
  name: 'FamilyConnection',
  tableName: 'family_connection',
  uniques: [{ name: 'family_connection_one_open', properties: ['parentId', 'householdId'], where: `status = 'OPEN'` }],
  properties: {
    id: column.id<'FamilyConnection'>(),
    parentId: column.ref<'Person'>().index(),
    householdId: column.ref<'CaregiverHousehold'>().index(),
    status: column.oneOf(statuses),
    openedAt: column.instant(),
    closedAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** One parent and one caregiver household, with the children who join them. Two parents are two connections. */
export class FamilyConnection extends schema.class {
  static open(parentId: Id<'Person'>, householdId: Id<'CaregiverHousehold'>, openedAt: Temporal.Instant): FamilyConnection {
    return make(FamilyConnection, { id: newId<'FamilyConnection'>(), parentId, householdId, status: 'OPEN', openedAt, closedAt: null });
  }

  close(at: Temporal.Instant): void {
    this.status = 'ENDED';
    this.closedAt = at;
  }

  /** Both families wish to stay in touch after the case. */
  continueAfterCase(): void {
    this.status = 'AFTER';
  }

  /** Answers whether they were in touch after the case until now. */
  endAfterCase(): boolean {
    const wasAfter = this.status === 'AFTER';
    if (wasAfter) this.status = 'ENDED';
    return wasAfter;
  }
}
schema.setClass(FamilyConnection);
export const familyConnectionSchema = schema;
