import type { Temporal } from '@fc/domain-kernel';
import { requireWithinCasePlan } from '@fc/subgraph';
import type { Reader } from '@fc/tenancy';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';
import type { PlanTerms } from './communication-plan.entity.ts';

/**
 * Lets the two families agree on a plan that stays within the case plan of each child who joins them (R44).
 * Throws `BEYOND_CASE_PLAN`, `CASE_PLAN_TERMS_NEEDED`.
 */
export async function requirePlanWithinCasePlan(reader: Reader, { id, parentId }: Pick<FamilyConnection, 'id' | 'parentId'>, { channels, timesPerWeek = null }: Pick<PlanTerms, 'channels' | 'timesPerWeek'>, at: Temporal.Instant): Promise<void> {
  const childIds = (await reader.rows(ConnectionChild, { connectionId: id, leftAt: null })).map(({ childId }) => childId);
  await requireWithinCasePlan(reader, { childIds, personId: parentId, at, channels, timesPerWeek });
}
