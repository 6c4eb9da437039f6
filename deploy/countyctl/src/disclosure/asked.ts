import { createHash } from 'node:crypto';
import { DomainError, isId, type CountySlug } from '@fc/domain-kernel';

/** What a court has ordered, as each of the two operators says it by themselves. */
export interface Asked {
  /** Whose records: a person's, or those of a family connection. */
  readonly of: { readonly kind: 'PERSON' | 'CONNECTION'; readonly id: string };
  /** The reference of the order, as the court numbers it; never a name. */
  readonly order: string;
  /**
   * By what 42 CFR Part 2 allows what it protects: the reference of an order under its subpart E, which another order is not,
   * or the id of a written consent that is in force here. Without it none of that is disclosed.
   */
  readonly partTwo?: { readonly order: string } | { readonly consent: string } | undefined;
}

/** Throws `ORDER_NEEDED`, `SUBJECT_NEEDED`, `PART_2_OF_ONE_PERSON`. */
export function requireAsked({ of, order, partTwo }: Asked): Asked {
  if (order.trim() === '') throw new DomainError('ORDER_NEEDED', 'Say by which order of a court: --order <its reference>.');
  if (!isId(of.id)) throw new DomainError('SUBJECT_NEEDED', 'Say whose records the order names, by the id of one person or one family connection.');
  if (partTwo && of.kind !== 'PERSON') throw new DomainError('PART_2_OF_ONE_PERSON', 'What 42 CFR Part 2 protects is disclosed of one person, whom the order or the consent names.');
  if (partTwo && 'order' in partTwo && partTwo.order.trim() === '') throw new DomainError('ORDER_NEEDED', 'Say by which order under 42 CFR Part 2: --part-2-order <its reference>.');
  return { of, order: order.trim(), partTwo };
}

/** Stands for all of it in the state's book: an id is random, so nobody learns from its hash whose records they are. */
export const askedHash = (county: CountySlug, { of, order, partTwo }: Asked): string => createHash('sha256').update(JSON.stringify([county, of.kind, of.id, order, partTwo ?? null])).digest('base64url');
