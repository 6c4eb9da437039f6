import { DomainError, type Temporal } from '@fc/domain-kernel';
import type { CountyDb, Transaction } from '@fc/tenancy';
import type { Cells, ImportedKind } from './case-record.ts';
import { CaseImportRow } from './case-import-row.entity.ts';
import { takeRow, type TakenRow } from './take-row.ts';
import { finish, holdImport, nextRow } from './take-rows.ts';

type Verdict = Pick<TakenRow, 'outcome'> | { readonly refusal: DomainError };

/** Thrown at the end of a trial, so that its transaction comes to nothing. */
class TrialOver extends Error {}

/**
 * Says what would become of the next row and of the rest of its case, and writes nothing but that. The rows are taken for
 * good in a transaction that never commits, behind those that they refer to. Answers false once all rows have been tried.
 */
export async function tryNextCase(db: CountyDb, importId: string, now: Temporal.Instant): Promise<boolean> {
  return db.transact(async (tx) => {
    const held = await holdImport(tx, importId);
    const row = await nextRow(tx, held);
    if (!row) return finish(tx, held, now);
    const rows = row.caseKey ? await tx.find(CaseImportRow, { importId: held.id, caseKey: row.caseKey, outcome: null }, { orderBy: [{ stage: 'asc' }, { beganAt: 'asc' }, { number: 'asc' }] }) : [row];
    const verdicts = await tryRows(db, { sourceSystem: held.sourceSystem, before: await referredTo(tx, rows), rows, now });
    for (const tried of rows) {
      const verdict = verdicts.get(tried)!; // tryRows judges each row
      if ('refusal' in verdict) tried.refuse(verdict.refusal);
      else tried.take(verdict.outcome, null);
    }
    return true;
  });
}

interface Trial {
  readonly sourceSystem: string;
  readonly before: readonly CaseImportRow[];
  readonly rows: readonly CaseImportRow[];
  readonly now: Temporal.Instant;
}

/** Tries them one after the other; a refused one is left out, and the rest tried again from the beginning as if it were not there. */
async function tryRows(db: CountyDb, { sourceSystem, before, rows, now }: Trial): Promise<Map<CaseImportRow, Verdict>> {
  const verdicts = new Map<CaseImportRow, Verdict>();
  const refused = new Set<CaseImportRow>();
  for (let over = false; !over; ) {
    let turn: CaseImportRow | undefined;
    try {
      await db.transact(async (tx) => {
        for (const row of [...before, ...rows].filter((each) => !refused.has(each))) {
          turn = row;
          const { outcome } = await takeRow(tx, sourceSystem, row.cells ?? {}, now);
          await tx.flush();
          verdicts.set(row, { outcome });
        }
        throw new TrialOver();
      });
    } catch (error) {
      over = error instanceof TrialOver;
      if (over) break;
      if (!turn || !(error instanceof DomainError)) throw error;
      refused.add(turn);
      verdicts.set(turn, { refusal: error });
    }
  }
  return verdicts;
}

const named = (cells: Cells | null | undefined, columns: readonly string[]): string[] => columns.flatMap((column) => cells?.[column]?.split(';').map((each) => each.trim()) ?? []);

/** The people and households of the same file to whom those rows refer, in the order in which they are taken. */
async function referredTo(tx: Transaction, rows: readonly CaseImportRow[]): Promise<CaseImportRow[]> {
  const [first] = rows;
  if (!first) return [];
  const find = (kind: `${ImportedKind}`, externalIds: readonly string[]): Promise<CaseImportRow[]> =>
    externalIds.length === 0 ? Promise.resolve([]) : tx.find(CaseImportRow, { importId: first.importId, kind, externalId: { $in: [...externalIds] }, outcome: { $ne: 'REFUSED' } });
  const households = await find('HOUSEHOLD', rows.flatMap(({ cells }) => named(cells, ['household_id'])));
  const people = await find('PERSON', [...rows, ...households].flatMap(({ cells }) => named(cells, ['parent_ids', 'caregiver_ids', 'worker_id'])));
  return [...people, ...households].filter((row) => !rows.includes(row));
}
