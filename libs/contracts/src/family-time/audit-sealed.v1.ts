import { defineEvent } from '../event-contract.ts';
import { sealedHead } from '../facts.ts';

/** The trail that family-time keeps of a county is sealed up to there. Told every few seconds at most, and not where nothing happens. */
export const FamilyTimeAuditSealedV1 = defineEvent('family-time.audit-sealed.v1', 'service', sealedHead);
