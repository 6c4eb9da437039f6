import type { MarginTable } from './margin-table.ts';

/** One hidden cell as a step between two nodes: along it the hidden count would be larger, against it smaller. */
interface Step {
  readonly cell: number;
  readonly to: number;
  /** How far the count could still change this way; a count never goes below zero. */
  readonly room: number;
}

/**
 * A table with totals is a circulation: each row and each column is a node where as much comes in as goes out, and each
 * cell is an arc. A count flows from its row to its column, a row's total from the column of totals to its row, a column's
 * total from its column to the row of totals, and the total of all closes the circle.
 */
export function arcOf(table: MarginTable, cell: number): { readonly from: number; readonly to: number } {
  const row = table.rowOf(cell);
  const column = table.rows + table.columnOf(cell);
  return table.totality(cell) === 1 ? { from: column, to: row } : { from: row, to: column };
}

/**
 * How many values apart the smallest and the largest count are that an attacker must think possible for a hidden cell,
 * who sees all other cells and knows that counts are whole and not negative. `Infinity` where nothing bounds it.
 */
export function feasibleWidth(table: MarginTable, hidden: ReadonlySet<number>, cell: number): number {
  const { from, to } = arcOf(table, cell);
  const others = [...hidden].filter((other) => other !== cell);
  // A larger count must be balanced by a way back through the other hidden cells, a smaller one by a way forth.
  const up = maxFlow(table, others, to, from);
  const down = Math.min(table.at(cell), maxFlow(table, others, from, to));
  return up + down;
}

/** The most that the hidden cells can carry from one node to another, by shortest augmenting paths. */
function maxFlow(table: MarginTable, cells: readonly number[], source: number, sink: number): number {
  const values = new Map(cells.map((cell) => [cell, table.at(cell)]));
  const arcs = cells.map((cell) => ({ cell, ...arcOf(table, cell) }));
  const stepsFrom = (node: number): Step[] =>
    arcs.flatMap(({ cell, from, to }) => [
      ...(from === node ? [{ cell, to, room: Number.POSITIVE_INFINITY }] : []),
      ...(to === node ? [{ cell, to: from, room: values.get(cell) ?? 0 }] : []),
    ]);
  let flow = 0;
  for (;;) {
    const path = shortestPath(source, sink, stepsFrom);
    if (!path) return flow;
    const room = Math.min(...path.map((step) => step.room));
    if (room === Number.POSITIVE_INFINITY) return room;
    for (const { cell, room: free } of path) values.set(cell, (values.get(cell) ?? 0) + (free === Number.POSITIVE_INFINITY ? room : -room));
    flow += room;
  }
}

function shortestPath(source: number, sink: number, stepsFrom: (node: number) => readonly Step[]): Step[] | undefined {
  const reached = new Map<number, Step[]>([[source, []]]);
  for (const [node, path] of reached) {
    if (node === sink) return path;
    for (const step of stepsFrom(node)) if (step.room > 0 && !reached.has(step.to)) reached.set(step.to, [...path, step]);
  }
  return undefined;
}
