import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant, partnerScope } from '../facts.ts';

/** What a partner organisation may ask in this county, and for how long; told anew, whole, whenever it changes. */
export const PartnerGrantChangedV1 = defineEvent(
  'identity.partner-grant-changed.v1',
  'grantId',
  z.object({
    grantId: idOf<'PartnerGrant'>(),
    partnerId: idOf<'Partner'>(),
    /** The realm's client that the organisation signs in with. */
    clientId: z.string(),
    scopes: z.array(partnerScope).min(1),
    /** None, where the organisation may only ask that families take part. */
    connectionIds: z.array(idOf<'FamilyConnection'>()),
    from: instant,
    until: instant,
  }),
);
