import type { Id, Temporal } from '@fc/domain-kernel';
import type { ContactChannel, PlannedContact } from '@fc/subgraph';
import { column, defineEntity, make, type Transaction } from '@fc/tenancy';
import type { ConnectionSide } from './connection-side.ts';

const schema = defineEntity({
  name: 'FamilyConnection',
  tableName: 'family_connection',
  properties: {
    id: column.id<'FamilyConnection'>(),
    parentId: column.ref<'Person'>().index(),
    householdId: column.ref<'CaregiverHousehold'>().index(),
    caregiverIds: column.texts().$type<Id<'Person'>[]>(),
    openedAt: column.instant(),
    closedAt: column.instant().nullable(),
    /** When both families agreed to stay in touch after the case; null while they have not, or one no longer wishes to. */
    continuedAt: column.instant().nullable(),
  },
});

/** What meetings knows of a family connection: who is on its two sides. Projected from identity. */
export class FamilyConnection extends schema.class {
  static opened(known: Pick<FamilyConnection, 'id' | 'parentId' | 'householdId' | 'openedAt'> & { caregiverIds: readonly Id<'Person'>[] }): FamilyConnection {
    return make(FamilyConnection, { ...known, caregiverIds: [...known.caregiverIds], closedAt: null, continuedAt: null });
  }

  close(at: Temporal.Instant): void {
    this.closedAt = at;
  }

  goOn(at: Temporal.Instant | null): void {
    this.continuedAt = at;
  }

  /** The two families in contact, as the contact ledger is asked about it: the parent, and relatives where some come, with each caregiver. */
  contact(channel: ContactChannel, at: Temporal.Instant, alsoPresent: readonly Id<'Person'>[] = [], relatives: readonly Id<'Person'>[] = []): PlannedContact {
    return { channel, at, between: [this.parentId, ...relatives], and: this.caregiverIds, alsoPresent };
  }
}
schema.setClass(FamilyConnection);
export const familyConnectionSchema = schema;

/**
 * Lets one consumer at a time, or one command that ends a meeting, go on with these connections: what two of them would change on one connection, the second finds as
 * the first has left it. Always in the same order, and before anything that belongs to a connection is locked.
 */
export async function takeTurns(tx: Transaction, ids: Iterable<Id<'FamilyConnection'>>): Promise<void> {
  const all = [...new Set(ids)];
  if (all.length > 0) await tx.sql(`select 1 from family_connection where id = any (string_to_array(?, ',')::uuid[]) order by id for update`, [all.join()]);
}

/** The people of one side: those whom its mentor is matched with. */
export const peopleOn = (side: `${ConnectionSide}`, connection: Pick<FamilyConnection, 'parentId' | 'caregiverIds'>): readonly Id<'Person'>[] =>
  side === 'PARENT' ? [connection.parentId] : connection.caregiverIds;

/** The parent and the caregivers. */
export const familiesOf = (connection: Pick<FamilyConnection, 'parentId' | 'caregiverIds'>): readonly Id<'Person'>[] => [connection.parentId, ...connection.caregiverIds];
