import { newId } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { tooManyRows, twiceInFile } from './case-import.errors.ts';
import type { CaseImport } from './case-import.entity.ts';
import { beganAt, caseOf, importedKinds, kindOf, type Cells } from './case-record.ts';
import type { ReadRow } from './file-part.ts';

/** The most rows of one import. */
const mostRows = 100_000;

/** Keeps the rows of a part until they are taken. What cannot be read, and a second row about the same record, is refused at once. */
export async function keepRows(tx: Transaction, { id: importId, counted }: CaseImport, rows: readonly ReadRow[]): Promise<void> {
  if (counted > mostRows) throw tooManyRows(mostRows);
  if (rows.length === 0) return;
  const asked = rows.flatMap((row) => ('cells' in row ? (externalIdOf(row.cells) ?? []) : []));
  const earlier = await tx.sql<{ name: string }>(
    `select kind || ' ' || external_id as name from case_import_row where import_id = ? and kind is not null and external_id in (select jsonb_array_elements_text(?::jsonb))`,
    [importId, JSON.stringify(asked)],
  );
  const named = new Set(earlier.map(({ name }) => name));
  const kept = rows.map((row) => {
    if ('problem' in row) return { ...refused(row.problem), number: row.number };
    const { cells } = row;
    const kind = kindOf(cells);
    const externalId = externalIdOf(cells);
    const name = `${kind} ${externalId}`;
    if (kind && externalId && named.has(name)) return { ...refused(twiceInFile()), number: row.number, kind, external_id: externalId };
    named.add(name);
    const stage = kind ? importedKinds.indexOf(kind) : 0;
    return { number: row.number, kind, external_id: externalId, case_key: caseOf(cells)?.slice(0, longestName) ?? null, stage, began_at: beganAt(cells, tx.context.county.timeZone), cells };
  });
  await tx.sql(
    `insert into case_import_row (id, import_id, number, kind, external_id, case_key, stage, began_at, cells, outcome, code, message)
     select id, ?, number, kind, external_id, case_key, coalesce(stage, 0), coalesce(began_at, 0), cells, outcome, code, message
       from jsonb_to_recordset(?::jsonb) as kept (id uuid, number int, kind text, external_id text, case_key text, stage int, began_at float8, cells jsonb, outcome text, code text, message text)`,
    [importId, JSON.stringify(kept.map((row) => ({ id: newId(), ...row })))],
  );
}

/** Longer than any name that is taken; what is longer is refused when its turn comes. */
const longestName = 200;
const externalIdOf = (cells: Cells): string | null => cells['external_id']?.slice(0, longestName) ?? null;

const refused = ({ code, message }: { code: string; message: string }) => ({ outcome: 'REFUSED', code, message });
