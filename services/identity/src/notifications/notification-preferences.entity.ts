import { DomainError, newId, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { deliveryMethods, type DeliveryMethod } from '../delivery/delivery-channel.ts';
import type { QuietHours } from './quiet-hours.ts';

const schema = defineEntity({
  name: 'NotificationPreferences',
  tableName: 'notification_preferences',
  properties: {
    id: column.id<'NotificationPreferences'>(),
    personId: column.ref<'Person'>().unique(),
    /** What the person has agreed to, the first to be tried first; nothing before they say so. */
    methods: column.texts().$type<`${DeliveryMethod}`[]>(),
    /** Local wall times, `21:00`. */
    quietFrom: column.text(),
    quietTo: column.text(),
    mostPerDay: column.integer(),
    version: column.version(),
  },
});

export interface WantedMessages {
  readonly methods: readonly `${DeliveryMethod}`[];
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly mostPerDay: number;
}

/** Nobody is written to who has not said how. */
export const unasked: WantedMessages = { methods: [], quietFrom: '21:00', quietTo: '08:00', mostPerDay: 4 };

/** How, when and how often somebody likes to be written to. */
export class NotificationPreferences extends schema.class {
  static begin(personId: Id<'Person'>): NotificationPreferences {
    return make(NotificationPreferences, { id: newId<'NotificationPreferences'>(), personId, ...unasked, methods: [] });
  }

  /** Throws `IDENTITY.QUIET_HOURS_FORMAT`, `IDENTITY.TOO_MANY_MESSAGES`. */
  change({ methods, quietFrom, quietTo, mostPerDay }: WantedMessages): void {
    if (mostPerDay < 1 || mostPerDay > 20) throw new DomainError('IDENTITY.TOO_MANY_MESSAGES', 'Choose between 1 and 20 messages a day.');
    this.methods = deliveryMethods.filter((method) => methods.includes(method)).sort((one, other) => methods.indexOf(one) - methods.indexOf(other));
    this.quietFrom = requireTime(quietFrom);
    this.quietTo = requireTime(quietTo);
    this.mostPerDay = mostPerDay;
  }

  /** No more messages that way. */
  stop(method: `${DeliveryMethod}`): void {
    this.methods = this.methods.filter((wanted) => wanted !== method);
  }
}
schema.setClass(NotificationPreferences);
export const notificationPreferencesSchema = schema;

export const quietHoursOf = ({ quietFrom, quietTo }: WantedMessages): QuietHours => ({ from: Temporal.PlainTime.from(quietFrom), to: Temporal.PlainTime.from(quietTo) });

function requireTime(time: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new DomainError('IDENTITY.QUIET_HOURS_FORMAT', 'Write a time of day like 21:00.');
  return time;
}
