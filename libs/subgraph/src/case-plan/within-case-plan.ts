import { DomainError, type Id, type Temporal } from '@fc/domain-kernel';
import type { Reader, Row } from '@fc/tenancy';
import type { ContactChannel } from '../contact/contact.entities.ts';
import { CasePlanLimit, contactSupervisions, type ContactSupervision } from './case-plan-limit.entity.ts';

/** It names no number and no reason: whoever reads it may lead a meeting without knowing the plan. */
const beyond = (): DomainError => new DomainError('BEYOND_CASE_PLAN', 'This goes beyond what the case plan sets for contact. Please ask the caseworker.');
const termsNeeded = (): DomainError => new DomainError('CASE_PLAN_TERMS_NEEDED', 'The case plan sets something for this contact. Say in which ways and how often a week it is to be.');

/** Contact that is being agreed on or planned, as far as it is said. */
export interface FamilyContact {
  readonly childIds: readonly Id<'Child'>[];
  /** The parent, or somebody else of the family. */
  readonly personId: Id<'Person'>;
  readonly at: Temporal.Instant;
  readonly channels: readonly ContactChannel[];
  readonly timesPerWeek?: number | null;
  /** Left out where it is no question: a letter, a message. */
  readonly supervision?: ContactSupervision;
}

/**
 * Lets a plan go on that stays within what the case plan sets at that time (R44); where it sets nothing, every plan does.
 * Throws `BEYOND_CASE_PLAN`, and `CASE_PLAN_TERMS_NEEDED` for a plan that leaves open what the case plan sets.
 */
export async function requireWithinCasePlan(reader: Reader, contact: FamilyContact): Promise<void> {
  const { childIds, personId, at } = contact;
  const limits = await reader.rows(CasePlanLimit, { childId: { $in: [...childIds] }, personId, from: { $lte: at }, $or: [{ until: null }, { until: { $gt: at } }] });
  for (const limit of limits) requireWithin(limit, contact);
}

function requireWithin(limit: Row<CasePlanLimit>, { channels, timesPerWeek, supervision }: FamilyContact): void {
  if (channels.length === 0 || (limit.timesPerWeek && !timesPerWeek)) throw termsNeeded();
  if (channels.some((channel) => !limit.channels.includes(channel))) throw beyond();
  if (limit.timesPerWeek && timesPerWeek && timesPerWeek > limit.timesPerWeek) throw beyond();
  if (limit.supervision && supervision && contactSupervisions.indexOf(supervision) > contactSupervisions.indexOf(limit.supervision)) throw beyond();
}
