import type { Transaction } from '@fc/tenancy';
import { Correction, type CorrectedFact, type CorrectedRecord, type Why } from './correction.entity.ts';

/** A record's facts in words, by the names that the schema gives them. */
export type Facts = Readonly<Record<string, string | null>>;

/** What the newer facts say otherwise than the older ones, in the order of the newer. */
export const correctedFacts = (before: Facts, after: Facts): CorrectedFact[] =>
  Object.entries(after)
    .map(([field, now]) => ({ field, before: before[field] ?? null, after: now }))
    .filter((fact) => fact.before !== fact.after);

/** Keeps how a record read before, with who put it right and why. Answers false, and keeps nothing, where nothing has changed. */
export function keepCorrection(tx: Transaction, record: `${CorrectedRecord}`, recordId: string, { before, after, why }: { before: Facts; after: Facts; why: Why }): boolean {
  const facts = correctedFacts(before, after);
  if (facts.length === 0) return false;
  tx.add(Correction.of(record, recordId, facts, why, tx.context.actor.person));
  return true;
}
