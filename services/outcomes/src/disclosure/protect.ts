import { arcOf, feasibleWidth } from './attacker.ts';
import { MarginTable } from './margin-table.ts';

/** A table as it may be published: null where a count is hidden. */
export interface ProtectedTable {
  readonly cells: readonly (readonly (number | null)[])[];
  readonly rowTotals: readonly (number | null)[];
  readonly columnTotals: readonly (number | null)[];
  readonly total: number | null;
}

/** What it costs to hide a cell besides the small ones: a total is worth more to its readers than any count. */
const price = [1, 100, 10_000] as const;

/**
 * Hides every count and total from 1 to `threshold` - 1, and of the others as few as are needed so that no hidden one can
 * be worked out from what is shown: an attacker must think possible values at least `threshold` apart. Zero is shown as
 * zero. A table without small cells is shown whole.
 */
export function protect(counts: readonly (readonly number[])[], threshold: number): ProtectedTable {
  const table = new MarginTable(counts);
  const cells = Array.from({ length: table.size }, (_, cell) => cell);
  const small = cells.filter((cell) => table.at(cell) > 0 && table.at(cell) < threshold);
  const hidden = new Set(small);
  // Each round hides at least one cell more and never narrows what an attacker must think possible, so it ends.
  for (let bare = exposed(table, hidden, threshold); bare !== undefined; bare = exposed(table, hidden, threshold))
    for (const cell of cheapestCover(table, hidden, bare, threshold)) hidden.add(cell);
  showAgain(table, hidden, new Set(small), threshold);
  return asPublished(table, hidden);
}

/** A hidden cell that can be worked out too closely. */
const exposed = (table: MarginTable, hidden: ReadonlySet<number>, threshold: number): number | undefined => [...hidden].find((cell) => feasibleWidth(table, hidden, cell) < threshold);

/**
 * The cells to hide so that `bare` could be larger by the threshold: the cheapest way back from its arc's end to its
 * beginning, over arcs that grow or that have that much to lose. There always is one, since totals grow with their counts.
 */
function cheapestCover(table: MarginTable, hidden: ReadonlySet<number>, bare: number, threshold: number): number[] {
  const { from: goal, to: start } = arcOf(table, bare);
  const best = new Map<number, { readonly cost: number; readonly cells: readonly number[] }>([[start, { cost: 0, cells: [] }]]);
  const open = new Set([start]);
  while (open.size > 0) {
    const node = [...open].reduce((one, other) => (best.get(other)!.cost < best.get(one)!.cost ? other : one));
    open.delete(node);
    const { cost, cells } = best.get(node)!;
    if (node === goal) return cells.filter((cell) => !hidden.has(cell));
    for (let cell = 0; cell < table.size; cell += 1) {
      const arc = arcOf(table, cell);
      const grows = arc.from === node;
      if (cell === bare || table.at(cell) === 0 || !(grows || (arc.to === node && table.at(cell) >= threshold))) continue;
      const next = grows ? arc.to : arc.from;
      const total = cost + (hidden.has(cell) ? 0 : price[table.totality(cell)]);
      if (total < (best.get(next)?.cost ?? Number.POSITIVE_INFINITY)) {
        best.set(next, { cost: total, cells: [...cells, cell] });
        open.add(next);
      }
    }
  }
  throw new Error('A count that is not zero always lies on a way round over its totals.');
}

/** Shows again what turned out not to be needed, the most valuable first. */
function showAgain(table: MarginTable, hidden: Set<number>, small: ReadonlySet<number>, threshold: number): void {
  const added = [...hidden].filter((cell) => !small.has(cell)).sort((one, other) => table.totality(other) - table.totality(one) || table.at(other) - table.at(one));
  for (const cell of added) {
    hidden.delete(cell);
    if (exposed(table, hidden, threshold) !== undefined) hidden.add(cell);
  }
}

function asPublished(table: MarginTable, hidden: ReadonlySet<number>): ProtectedTable {
  const shown = (row: number, column: number): number | null => {
    const cell = row * table.columns + column;
    return hidden.has(cell) ? null : table.at(cell);
  };
  const [lastRow, lastColumn] = [table.rows - 1, table.columns - 1];
  const rows = Array.from({ length: lastRow }, (_, row) => row);
  const columns = Array.from({ length: lastColumn }, (_, column) => column);
  return {
    cells: rows.map((row) => columns.map((column) => shown(row, column))),
    rowTotals: rows.map((row) => shown(row, lastColumn)),
    columnTotals: columns.map((column) => shown(lastRow, column)),
    total: shown(lastRow, lastColumn),
  };
}
