import type { Id, Temporal } from '@fc/domain-kernel';
import { hashOfLink, LinkTokens } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { deliveryMethods, type DeliveryMethod } from '../delivery/delivery-channel.ts';
import type { Notification } from '../notifications/notification.entity.ts';
import { CapabilityLink, type LinkPurpose } from './capability-link.entity.ts';

/** How long messages can be stopped by a link that an old one carries, in hours: 60 days. */
const stopsFor = 60 * 24;

/** A link's part of the path, behind the gateway's door for links. */
export const doors = { STOP_MESSAGES: 'stop', CONFIRM_READ: 'read' } as const satisfies Record<LinkPurpose, string>;

/** The links that one message carries, as URLs. */
export interface IssuedLinks {
  readonly stop: string;
  readonly read: string;
}

/** Puts links into messages. */
@Injectable()
export class MessageLinks {
  constructor(private readonly tokens: LinkTokens) {}

  /** New links for a message that leaves by that way now. A message that is sent again carries links of its own; those of the person that are over are forgotten. */
  async issue(tx: Transaction, { id: notificationId, personId, expiresAt }: Notification, method: `${DeliveryMethod}`, now: Temporal.Instant): Promise<IssuedLinks> {
    await tx.sql(`delete from capability_link where person_id = ? and expires_at <= ?`, [personId, now.toString()]);
    const link = (purpose: LinkPurpose, until: Temporal.Instant): string => {
      const token = this.tokens.make(tx.context.county);
      tx.add(CapabilityLink.issue({ county: tx.context.county.slug, personId, purpose, notificationId, method, expiresAt: until }, hashOfLink(token)));
      return this.tokens.urlOf(doors[purpose], token);
    };
    return { stop: link('STOP_MESSAGES', now.add({ hours: stopsFor })), read: link('CONFIRM_READ', expiresAt) };
  }
}

/** Ends what the links in messages that went to that person in these ways could still do: their way in is shut, or the address is no longer theirs. */
export async function revokeLinksOf(tx: Transaction, personId: Id<'Person'>, now: Temporal.Instant, methods: readonly `${DeliveryMethod}`[] = deliveryMethods): Promise<void> {
  for (const link of await tx.find(CapabilityLink, { personId, method: { $in: [...methods] }, uses: 0, revokedAt: null })) link.revoke(now);
}
