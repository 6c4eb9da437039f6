import { DomainError, newId, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { deliveryMethods, type DeliveryMethod } from '../delivery/delivery-channel.ts';

/** The one thing that a link does. STOP_MESSAGES: no more messages that way. CONFIRM_READ: the person has read this message. */
export type LinkPurpose = 'STOP_MESSAGES' | 'CONFIRM_READ';
export const linkPurposes: readonly LinkPurpose[] = ['STOP_MESSAGES', 'CONFIRM_READ'];

const schema = defineEntity({
  name: 'CapabilityLink',
  tableName: 'capability_link',
  properties: {
    id: column.id<'CapabilityLink'>(),
    /** SHA-256 of the token, in base64url; the token itself is in the message and nowhere else. */
    tokenHash: column.text().unique(),
    /** The county's slug: a row that was copied into another county's database opens nothing there. */
    county: column.text(),
    personId: column.ref<'Person'>().index(),
    purpose: column.oneOf(linkPurposes),
    /** The message that carries it. */
    notificationId: column.ref<'Notification'>(),
    /** By which way that message went. */
    method: column.oneOf(deliveryMethods),
    expiresAt: column.instant(),
    /** How often it has been used; one use is all it has. */
    uses: column.integer(),
    revokedAt: column.instant().nullable(),
    version: column.version(),
  },
});

export interface LinkFacts {
  readonly county: string;
  readonly personId: Id<'Person'>;
  readonly purpose: LinkPurpose;
  readonly notificationId: Id<'Notification'>;
  readonly method: `${DeliveryMethod}`;
  readonly expiresAt: Temporal.Instant;
}

/** One answer for a link that is unknown, used, over or revoked: which of them it is, is nobody's to learn. */
export const linkNotUsable = (): DomainError => new DomainError('IDENTITY.LINK_NOT_USABLE', 'This link has been used, has ended, or is not one of ours. Nothing was changed.');

/** Lets whoever holds its token do one thing, once, for one person, without signing in. */
export class CapabilityLink extends schema.class {
  static issue(facts: LinkFacts, tokenHash: string): CapabilityLink {
    return make(CapabilityLink, { id: newId<'CapabilityLink'>(), ...facts, tokenHash, uses: 0, revokedAt: null });
  }

  /** Throws `IDENTITY.LINK_NOT_USABLE`. */
  use(now: Temporal.Instant): void {
    if (this.uses > 0 || this.revokedAt || Temporal.Instant.compare(now, this.expiresAt) >= 0) throw linkNotUsable();
    this.uses += 1;
  }

  revoke(at: Temporal.Instant): void {
    this.revokedAt ??= at;
  }
}
schema.setClass(CapabilityLink);
export const capabilityLinkSchema = schema;
