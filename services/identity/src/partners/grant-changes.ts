import { PartnerGrantChangedV1 } from '@fc/contracts';
import type { Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { PartnerGrant } from './partner-grant.entity.ts';
import type { Partner } from './partner.entity.ts';

/** Ends what the organisation was granted, if anything, and says so. */
export async function endOpenGrant(tx: Transaction, partner: Partner, at: Temporal.Instant): Promise<void> {
  const open = await tx.first(PartnerGrant, { partnerId: partner.id, endedAt: null });
  if (!open) return;
  open.end(at);
  await tx.flush(); // before a new one is written beside it
  sayGrantChanged(tx, partner, open);
}

export function sayGrantChanged(tx: Transaction, { clientId }: Partner, { id: grantId, partnerId, scopes, connectionIds, from, until }: PartnerGrant): void {
  tx.emit(PartnerGrantChangedV1, { grantId, partnerId, clientId, scopes, connectionIds, from: from.toString(), until: until.toString() });
}
