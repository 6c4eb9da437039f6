import type { Id, Temporal } from '@fc/domain-kernel';
import type { saidContact } from '@fc/subgraph';
import { column, defineEntity, make } from '@fc/tenancy';
import { deliveryMethods, type DeliveryMethod } from '../delivery/delivery-channel.ts';
import { messageTemplates, type MessageTemplate } from './message-template.ts';

/** SKIPPED: not wanted, or too late. UNDELIVERED: every way was tried; somebody should call. */
export enum NotificationStatus {
  WAITING = 'WAITING',
  SENT = 'SENT',
  SKIPPED = 'SKIPPED',
  UNDELIVERED = 'UNDELIVERED',
}
const statuses: readonly `${NotificationStatus}`[] = Object.values(NotificationStatus);

export type SaidContact = Parameters<typeof saidContact>[0];

const schema = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  indexes: [{ name: 'notification_waiting', properties: ['status', 'notBefore'] }],
  properties: {
    id: column.id<'Notification'>(),
    personId: column.ref<'Person'>().index(),
    template: column.oneOf(messageTemplates),
    /** When the appointment is that it tells of. */
    at: column.instant().nullable(),
    expiresAt: column.instant(),
    /** What it invites to, as its service said it; null where it invites to nothing. */
    contact: column.json<SaidContact | null>().nullable(),
    status: column.oneOf(statuses),
    /** Not before then: quiet hours, a day that is full, or a provider that is away. */
    notBefore: column.instant(),
    /** How often the present method has been tried. */
    tries: column.integer(),
    /** The methods that have been given up. */
    givenUp: column.texts().$type<`${DeliveryMethod}`[]>(),
    sentBy: column.oneOf(deliveryMethods).nullable(),
    sentAt: column.instant().nullable(),
    /** When the person let us know that they have read it. */
    readAt: column.instant().nullable(),
    version: column.version(),
  },
});

/** How long the next try waits after one that failed, in minutes; after the last, the next method is tried. */
const pauses = [1, 5, 20, 60] as const;

/** Something that a person should learn of, until they have, or nobody can tell them any more. It holds no address and no words. */
export class Notification extends schema.class {
  static ask(said: { id: Id<'Notification'>; personId: Id<'Person'>; template: `${MessageTemplate}`; at: Temporal.Instant | null; expiresAt: Temporal.Instant; contact: SaidContact | null }, now: Temporal.Instant): Notification {
    return make(Notification, { ...said, status: 'WAITING', notBefore: now, tries: 0, givenUp: [], sentBy: null, sentAt: null, readAt: null });
  }

  wait(until: Temporal.Instant): void {
    this.notBefore = until;
  }

  skip(): void {
    this.status = 'SKIPPED';
  }

  undelivered(): void {
    this.status = 'UNDELIVERED';
  }

  sent(method: `${DeliveryMethod}`, at: Temporal.Instant): void {
    this.status = 'SENT';
    this.sentBy = method;
    this.sentAt = at;
  }

  confirmRead(at: Temporal.Instant): void {
    this.readAt ??= at;
  }

  /** The provider did not take it: it is tried again later, or by the next method at once. */
  failed(method: `${DeliveryMethod}`, at: Temporal.Instant, forGood: boolean): void {
    const minutes = forGood ? undefined : pauses[this.tries];
    this.tries = minutes === undefined ? 0 : this.tries + 1;
    if (minutes === undefined) this.givenUp = [...this.givenUp, method];
    this.notBefore = at.add({ minutes: minutes ?? 0 });
  }
}
schema.setClass(Notification);
export const notificationSchema = schema;
