import { Clock, type Temporal } from '@fc/domain-kernel';
import { countyContext, CountyDb, CountyJobs, type CountyJob, type Reader, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { MessageLinks } from '../capability-links/message-links.ts';
import { isPossibleNow } from '../contact/ledger-answer.ts';
import { Person } from '../people/person.entity.ts';
import { DeliveryChannels } from '../delivery/delivery-channels.ts';
import { NotDelivered } from '../delivery/delivery-channel.ts';
import { MessageReview } from './message-review.entity.ts';
import { messageTexts, wordingOf } from './message-texts.ts';
import { nextStep, startOfToday, type NextStep } from './next-step.ts';
import { NotificationPreferences, unasked } from './notification-preferences.entity.ts';
import { Notification } from './notification.entity.ts';
import { Recipients, type Addresses } from './recipients.ts';
import { writeMessage } from './write-message.ts';

/** Tells people what they should learn, one message at a time in each county. Two processes never send the same one; after a crash in the middle it is sent again, under the same id. */
@Injectable()
export class DeliverNotifications {
  readonly #job: CountyJob;

  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly channels: DeliveryChannels,
    private readonly recipients: Recipients,
    private readonly links: MessageLinks,
    jobs: CountyJobs,
  ) {
    this.#job = jobs.add('deliver-notifications', () => this.#round());
  }

  /** There is something to deliver in the county of this piece of work. */
  wake(): void {
    this.#job.wake(countyContext().county.slug);
  }

  /** Answers in how many milliseconds the next one is due. */
  async #round(): Promise<number | undefined> {
    for (;;) {
      const next = await this.#nextDue();
      if (!next) return undefined;
      const wait = next.since(this.clock.now()).total('milliseconds');
      if (wait > 0) return Math.ceil(wait);
      if (!(await this.#deliverOne())) return undefined; // another process is at it
    }
  }

  #nextDue(): Promise<Temporal.Instant | undefined> {
    return this.db.read(async (reader) => (await reader.rows(Notification, { status: 'WAITING' }, { orderBy: { notBefore: 'asc' }, limit: 1 }))[0]?.notBefore);
  }

  #deliverOne(): Promise<boolean> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const [due] = await tx.sql<{ id: string }>(`select id from notification where status = 'WAITING' and not_before <= ? order by not_before limit 1 for update skip locked`, [now.toString()]);
      if (!due) return false;
      const notification = await tx.get(Notification, due.id);
      if (notification.contact && !(await isPossibleNow(tx, notification.contact))) {
        notification.skip(); // a message that has left cannot be taken back
        return true;
      }
      const addresses = await this.recipients.addressesOf(tx, notification.personId);
      const step = await this.#stepFor(tx, notification, addresses, now);
      if (step.do === 'wait') notification.wait(step.until);
      else if (step.do === 'skip') notification.skip();
      else if (step.do === 'give-up') notification.undelivered();
      else await this.#send(tx, notification, step.by, addresses[step.by]!, now); // a step names only a way that there is
      return true;
    });
  }

  async #stepFor(tx: Transaction, { personId, expiresAt, givenUp }: Notification, addresses: Addresses, now: Temporal.Instant): Promise<NextStep> {
    const zone = tx.context.county.timeZone;
    const { disabledAt } = await tx.get(Person, personId);
    const wanted = (disabledAt ? null : await tx.first(NotificationPreferences, { personId })) ?? unasked;
    const possible = wanted.methods.filter((method) => addresses[method] && this.channels.by(method));
    const sentToday = await tx.count(Notification, { personId, sentAt: { $gte: startOfToday(now, zone) } });
    return nextStep({ expiresAt, givenUp, wanted, possible, sentToday, now, zone });
  }

  async #send(tx: Transaction, notification: Notification, by: keyof Addresses, to: string, now: Temporal.Instant): Promise<void> {
    const { id, personId, template, at = null } = notification;
    const { languages } = await tx.get(Person, personId);
    const reviewed = await reviewedTexts(tx);
    const isReviewed = (about: typeof template, language: 'en' | 'es'): boolean => reviewed.has(`${about} ${language} ${wordingOf(messageTexts[about][language])}`);
    const links = await this.links.issue(tx, notification, by, now);
    const { text } = writeMessage({ template, at, zone: tx.context.county.timeZone, link: this.channels.link, ...links }, { languages, isReviewed });
    try {
      await this.channels.by(by)?.send({ id, to, text, stop: links.stop });
      notification.sent(by, now);
    } catch (error) {
      notification.failed(by, now, error instanceof NotDelivered);
    }
  }
}

/** `template language wording` of each text that this county has found good. */
export async function reviewedTexts(reader: Reader): Promise<ReadonlySet<string>> {
  const reviews = await reader.rows(MessageReview, {});
  return new Set(reviews.map(({ template, language, wording }) => `${template} ${language} ${wording}`));
}

