import type { FactKind, factKinds } from '../facts/outcome-fact.entity.ts';

/** How many facts of one kind and category there are. */
export interface Count {
  readonly kind: string;
  readonly category: string | null;
  readonly count: number;
}

/** Counts of facts, asked for by kind and category. */
export class Counts {
  readonly #counts: readonly Count[];

  constructor(counts: readonly Count[]) {
    this.#counts = counts;
  }

  /** Of every category where none is named. */
  of<Kind extends FactKind>(kind: Kind, category?: (typeof factKinds)[Kind][number]): number {
    return this.#counts.filter((row) => row.kind === kind && (category === undefined || row.category === category)).reduce((total, row) => total + row.count, 0);
  }
}
