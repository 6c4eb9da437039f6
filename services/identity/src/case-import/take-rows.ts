import { DomainError, type Temporal } from '@fc/domain-kernel';
import type { CountyDb, Transaction } from '@fc/tenancy';
import { CaseImport } from './case-import.entity.ts';
import { importNotComplete } from './case-import.errors.ts';
import { CaseImportRow } from './case-import-row.entity.ts';
import { takeRow } from './take-row.ts';

/** The import of that id, held until commit so that its rows are taken one after the other, whoever asks for them. Throws `NOT_FOUND`, `IDENTITY.IMPORT_NOT_COMPLETE`. */
export async function holdImport(tx: Transaction, importId: string): Promise<CaseImport> {
  const held = await tx.lock(CaseImport, importId);
  if (held.status === 'RECEIVING') throw importNotComplete();
  return held;
}

/** The row whose turn it is; null once there is none left. */
export async function nextRow(tx: Transaction, { id: importId }: CaseImport): Promise<CaseImportRow | null> {
  const [row] = await tx.find(CaseImportRow, { importId, outcome: null }, { orderBy: [{ stage: 'asc' }, { beganAt: 'asc' }, { number: 'asc' }], limit: 1 });
  return row ?? null;
}

/**
 * Takes the next row, in one transaction with everything that belongs to it; or nothing of it, and writes down why.
 * Answers false once all rows have been taken.
 */
export async function takeNextRow(db: CountyDb, importId: string, now: Temporal.Instant): Promise<boolean> {
  let turn: CaseImportRow | null = null;
  try {
    return await db.transact(async (tx) => {
      const held = await holdImport(tx, importId);
      turn = await nextRow(tx, held);
      if (!turn) return finish(tx, held, now);
      const { outcome, recordId } = await takeRow(tx, held.sourceSystem, turn.cells ?? {}, now);
      turn.take(outcome, recordId);
      return true;
    });
  } catch (error) {
    if (!turn || !(error instanceof DomainError)) throw error;
    await refuseRow(db, turn, error);
    return true;
  }
}

/** All rows have had their turn: what they said is in the records now, or nowhere. */
export async function finish(tx: Transaction, held: CaseImport, now: Temporal.Instant): Promise<false> {
  if (held.status === 'DONE') return false;
  held.finish(now);
  await tx.sql(`update case_import_row set cells = null where import_id = ?`, [held.id]);
  return false;
}

async function refuseRow(db: CountyDb, { id }: CaseImportRow, refusal: DomainError): Promise<void> {
  await db.transact(async (tx) => {
    const row = await tx.lock(CaseImportRow, id);
    if (!row.outcome) row.refuse(refusal);
  });
}
