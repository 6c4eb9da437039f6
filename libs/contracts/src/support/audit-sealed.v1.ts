import { defineEvent } from '../event-contract.ts';
import { sealedHead } from '../facts.ts';

/** The trail that support keeps of a county is sealed up to there. Told every few seconds at most, and not where nothing happens. */
export const SupportAuditSealedV1 = defineEvent('support.audit-sealed.v1', 'service', sealedHead);
