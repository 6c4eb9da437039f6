import { DomainError, Temporal } from '@fc/domain-kernel';

/** From one instant up to another, or open. */
export interface Span {
  readonly from: Temporal.Instant;
  /** Null while it lasts. */
  readonly to: Temporal.Instant | null;
}

const isBefore = (one: Temporal.Instant, other: Temporal.Instant | null): boolean => other === null || Temporal.Instant.compare(one, other) < 0;

/** Whether the two have more than an end in common: one may begin when the other ends. */
export const overlap = (one: Span, other: Span): boolean => isBefore(one.from, other.to) && isBefore(other.from, one.to);

/** Whether the inner one lies within the outer one, ends included. */
export const within = (inner: Span, outer: Span): boolean => !isBefore(inner.from, outer.from) && (outer.to === null || (inner.to !== null && !isBefore(outer.to, inner.to)));

/** Throws `IDENTITY.DATES_OVERLAP` where the child would be in two places, or in care twice, at a time. `what` begins the sentence: 'The placement'. */
export function requireRoom(span: Span, others: readonly Span[], what: string): void {
  if (others.some((other) => overlap(span, other))) throw new DomainError('IDENTITY.DATES_OVERLAP', `${what} overlaps with another one of this child.`);
}
