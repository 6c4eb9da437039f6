import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A referral to a community service came to an end. */
export const ReferralClosedV1 = defineEvent(
  'support.referral-closed.v1',
  'referralId',
  z.object({
    referralId: idOf<'ResourceReferral'>(),
    personId: idOf<'Person'>(),
    outcome: z.enum(['SERVED', 'DECLINED', 'NOT_AVAILABLE', 'NO_LONGER_NEEDED']),
    closedAt: instant,
  }),
);
