import { Clock, DomainError } from '@fc/domain-kernel';
import { hashOfLink, LinkTokens } from '@fc/subgraph';
import { CountyDb, runInCounty, type Transaction } from '@fc/tenancy';
import { Registry } from '@fc/tenancy/registry';
import { Injectable } from '@nestjs/common';
import { NotificationPreferences } from '../notifications/notification-preferences.entity.ts';
import { Notification } from '../notifications/notification.entity.ts';
import { Person } from '../people/person.entity.ts';
import { CapabilityLink, linkNotUsable, type LinkPurpose } from './capability-link.entity.ts';

/** What the county's trail calls it. */
const actions = { STOP_MESSAGES: 'stopMessagesByLink', CONFIRM_READ: 'confirmReadByLink' } as const satisfies Record<LinkPurpose, string>;

export interface FollowedLink {
  readonly token: string;
  /** What the person was told that it does: a link does nothing else. */
  readonly purpose: LinkPurpose;
  readonly correlationId: string;
}

/** Does the one thing that a link is for. The county is the one that sealed its token. */
@Injectable()
export class FollowLink {
  constructor(
    private readonly db: CountyDb,
    private readonly registry: Registry,
    private readonly tokens: LinkTokens,
    private readonly clock: Clock,
  ) {}

  /** Answers whether it was done; of the reasons why not it tells none. */
  async run({ token, purpose, correlationId }: FollowedLink): Promise<boolean> {
    const county = this.tokens.countyOf(token, this.registry.counties());
    if (county?.status !== 'ACTIVE') return false;
    const context = { county, actor: { person: null, kind: 'capability-link', roles: [] }, action: actions[purpose], correlationId };
    return runInCounty(context, () => this.#follow(hashOfLink(token), purpose));
  }

  async #follow(tokenHash: string, purpose: LinkPurpose): Promise<boolean> {
    try {
      await this.db.transact((tx) => this.#use(tx, tokenHash, purpose));
      return true;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== linkNotUsable().code) throw error;
      await this.db.auditRefusal(actions[purpose], error.code);
      return false;
    }
  }

  async #use(tx: Transaction, tokenHash: string, purpose: LinkPurpose): Promise<void> {
    const known = await tx.first(CapabilityLink, { tokenHash, purpose, county: tx.context.county.slug });
    if (!known) throw linkNotUsable();
    const link = await tx.lock(CapabilityLink, known.id); // of two at the same time one is the second
    const { disabledAt, mergedIntoId } = await tx.get(Person, link.personId);
    if (disabledAt || mergedIntoId) throw linkNotUsable();
    const now = this.clock.now();
    link.use(now);
    if (purpose === 'STOP_MESSAGES') (await tx.first(NotificationPreferences, { personId: link.personId }))?.stop(link.method);
    else (await tx.get(Notification, link.notificationId)).confirmRead(now);
  }
}
