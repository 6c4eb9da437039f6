import type { Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';

/**
 * Lets one command at a time change what is somebody's own there: what two of them would change, or begin, the second finds as the
 * first has left it. Before any of it is read.
 */
export async function takeOwnTurn(tx: Transaction, { at, person }: { at: string; person: Id<'Person'> }): Promise<void> {
  await tx.sql(`select pg_advisory_xact_lock(hashtextextended('own of ' || ? || ' at ' || ?, 0))`, [person, at]);
}
