import type { Id } from '@fc/domain-kernel';
import type { Reader, Transaction } from '@fc/tenancy';

/** Holds that are placed and erasures that are carried out wait for each other: neither overtakes the other unseen. */
export const takeTurn = (tx: Transaction): Promise<unknown> => tx.sql(`select pg_advisory_xact_lock(hashtext('legal holds'))`);

/** Whether a legal hold keeps that person's records: on them by any record of theirs, on a child to whose case they belong or belonged, or on the county. */
export async function isHeld(reader: Reader, personId: Id<'Person'>): Promise<boolean> {
  const [hold] = await reader.sql(
    `with theirs (id) as (select id from person where ? in (id, merged_into_id) union select merged_into_id from person where id = ?)
     select 1 as there from legal_hold
      where lifted_at is null and (scope = 'COUNTY' or subject_id in (select id from theirs) or (scope = 'CHILD' and subject_id in (
        select child_id from case_family where person_id in (select id from theirs)
        union
        select placement.child_id from placement join caregiver_household household on household.id = placement.household_id, theirs where theirs.id::text = any (household.caregiver_ids)))) limit 1`,
    [personId, personId],
  );
  return hold !== undefined;
}

/** A hold that is in force, as whoever would end a whole county must know it. */
export interface HeldRecord {
  readonly scope: 'PERSON' | 'CHILD' | 'COUNTY';
  /** Null for the whole county. */
  readonly subjectId: string | null;
  readonly matter: string;
  readonly placedAt: Date;
}

/** What legal holds keep in a county's database, oldest first; empty: nothing stands against its end. For `countyctl`, which asks as an administrator. */
export const heldRecords = (ask: (sql: string) => Promise<readonly object[]>): Promise<readonly HeldRecord[]> =>
  ask(`select scope, subject_id as "subjectId", matter, placed_at as "placedAt" from identity.legal_hold where lifted_at is null order by placed_at`) as Promise<readonly HeldRecord[]>; // the columns that are asked for
