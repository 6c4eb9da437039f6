import type { Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { matchesOn } from '../projections/active-match.entity.ts';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';
import { FollowUpSession } from './follow-up-session.entity.ts';

/** The families have sat together, to the end or not: each side talks again with its own mentor (R09). A talk that is due already now follows this meeting. */
export async function startFollowUps(tx: Transaction, connection: FamilyConnection, after: Temporal.Instant): Promise<void> {
  for (const match of Object.values(await matchesOn(tx, connection))) {
    if (!match) continue;
    const [due] = await tx.lockAll(FollowUpSession, { connectionId: connection.id, matchId: match.id, heldAt: null, closedAt: null });
    if (due) due.follow(after, tx.context.county);
    else tx.add(FollowUpSession.after(connection.id, match, after, tx.context.county));
  }
}
