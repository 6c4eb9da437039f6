import { FamilyTimeNotificationRequestedV1, MatchingNotificationRequestedV1, MeetingsNotificationRequestedV1, type EventOf } from '@fc/contracts';
import { Clock, Temporal } from '@fc/domain-kernel';
import { Consumer, On } from '@fc/messaging';
import { CountyDb } from '@fc/tenancy';
import { survivorOf } from '../people/survivor.ts';
import { DeliverNotifications } from './deliver-notifications.ts';
import { Notification } from './notification.entity.ts';

type Requested = EventOf<typeof MeetingsNotificationRequestedV1>;

@Consumer()
export class WhenNotificationRequested {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly delivery: DeliverNotifications,
  ) {}

  @On(MatchingNotificationRequestedV1)
  ofMatching(event: Requested): Promise<void> {
    return this.#take(event);
  }

  @On(MeetingsNotificationRequestedV1)
  ofMeetings(event: Requested): Promise<void> {
    return this.#take(event);
  }

  @On(FamilyTimeNotificationRequestedV1)
  ofFamilyTime(event: Requested): Promise<void> {
    return this.#take(event);
  }

  async #take({ data: { notificationId: id, personId, template, at, expiresAt, contact } }: Requested): Promise<void> {
    await this.db.transact(async (tx) => {
      const person = await survivorOf(tx, personId);
      const [told, until] = [at === null ? null : Temporal.Instant.from(at), Temporal.Instant.from(expiresAt)];
      await tx.firstOr(Notification, { id }, () => Notification.ask({ id, personId: person.id, template, at: told, expiresAt: until, contact: contact ?? null }, this.clock.now()));
    });
    this.delivery.wake();
  }
}
