import { DomainError, type Temporal } from '@fc/domain-kernel';
import { isContactPossible, requireContact, requireWithinCasePlan } from '@fc/subgraph';
import type { Reader, Transaction } from '@fc/tenancy';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';
import type { PlanTerms } from './communication-plan.entity.ts';

type Terms = Pick<PlanTerms, 'channels' | 'timesPerWeek'>;

/**
 * Lets the two families agree on a plan whose every channel the contact ledger permits (R45), and that stays within the case plan of
 * each child who joins them (R44). Throws `CONTACT_NOT_POSSIBLE`, `BEYOND_CASE_PLAN`, `CASE_PLAN_TERMS_NEEDED`.
 */
export async function requirePlanPossible(tx: Transaction, connection: FamilyConnection, terms: Terms, at: Temporal.Instant): Promise<void> {
  await requireWithin(tx, connection, terms, at);
  for (const channel of terms.channels) await requireContact(tx, connection.contact(channel, at));
}

/** Whether all that the plan says may be done as things stand: the ledger and the case plan go on changing after it was agreed. */
export async function isPlanPossible(reader: Reader, connection: FamilyConnection, terms: Terms, at: Temporal.Instant): Promise<boolean> {
  for (const channel of terms.channels) if (!(await isContactPossible(reader, connection.contact(channel, at)))) return false;
  try {
    await requireWithin(reader, connection, terms, at);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

async function requireWithin(reader: Reader, { id, parentId }: FamilyConnection, { channels, timesPerWeek = null }: Terms, at: Temporal.Instant): Promise<void> {
  const childIds = (await reader.rows(ConnectionChild, { connectionId: id, leftAt: null })).map(({ childId }) => childId);
  await requireWithinCasePlan(reader, { childIds, personId: parentId, at, channels, timesPerWeek });
}
