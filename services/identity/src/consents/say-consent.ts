import { ConsentGivenV1, ConsentGivenV2, ConsentWithdrawnV1, ConsentWithdrawnV2 } from '@fc/contracts';
import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import type { Consent } from './consent.entity.ts';

/** Tells every service of a consent. Version 1 knows recipients who are persons, and goes on as long as somebody may listen to it. */
export function sayGiven(tx: Transaction, consent: Consent): void {
  const { id: consentId, personId, item, purpose, recipientPersonId } = consent;
  const time = { from: consent.from.toString(), to: consent.to?.toString() ?? null };
  tx.emit(ConsentGivenV2, { consentId, personId, item, purpose, recipient: recipientOf(consent), ...time });
  if (recipientPersonId) tx.emit(ConsentGivenV1, { consentId, personId, recipientPersonId, item, purpose, ...time });
}

export function sayWithdrawn(tx: Transaction, consent: Consent, at: Temporal.Instant): void {
  const { id: consentId, personId, item, recipientPersonId } = consent;
  tx.emit(ConsentWithdrawnV2, { consentId, personId, item, recipient: recipientOf(consent), withdrawnAt: at.toString() });
  if (recipientPersonId) tx.emit(ConsentWithdrawnV1, { consentId, personId, recipientPersonId, item, withdrawnAt: at.toString() });
}

function recipientOf({ recipientPersonId, recipientRole, recipientPartnerId }: Consent) {
  if (recipientPersonId) return { kind: 'PERSON' as const, personId: recipientPersonId };
  if (recipientRole) return { kind: 'ROLE' as const, role: recipientRole };
  return { kind: 'PARTNER' as const, partnerId: recipientPartnerId as Id<'Partner'> }; // one of the three is there
}
