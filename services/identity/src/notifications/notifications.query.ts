import type { Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { requireSpeaksFor } from '../consents/speaks-for.ts';
import { reviewedTexts } from './deliver-notifications.ts';
import { MessageLanguage, messageTemplates } from './message-template.ts';
import { messageTexts, wordingOf } from './message-texts.ts';
import { NotificationPreferences, unasked } from './notification-preferences.entity.ts';
import { Notification } from './notification.entity.ts';
import { MessageTextView, NotificationPreferencesView, SentNotificationView, UndeliveredNotificationView } from './notification.views.ts';

/** How many of the messages to one person are shown. */
const mostSent = 50;

/** Reads how people like to be written to, and what became of it. */
@Injectable()
export class Notifications {
  constructor(private readonly db: CountyDb) {}

  myPreferences(): Promise<NotificationPreferencesView> {
    return this.db.read(async (reader) => {
      const [mine] = await reader.rows(NotificationPreferences, { personId: reader.context.actor.person as Id<'Person'> }, { limit: 1 });
      return NotificationPreferencesView.from(mine ?? unasked);
    });
  }

  undelivered(args: PageArgs): Promise<Page<UndeliveredNotificationView>> {
    return this.db.read((reader) => readPage(reader, Notification, { status: 'UNDELIVERED' }, args, UndeliveredNotificationView.from));
  }

  sentTo(personId: Id<'Person'>): Promise<SentNotificationView[]> {
    return this.db.read(async (reader) => {
      await requireSpeaksFor(reader, personId);
      const sent = await reader.rows(Notification, { personId, status: 'SENT' }, { orderBy: { sentAt: 'desc' }, limit: mostSent });
      return sent.map((row) => SentNotificationView.from(row));
    });
  }

  texts(): Promise<MessageTextView[]> {
    return this.db.read(async (reader) => {
      const reviewed = await reviewedTexts(reader);
      return messageTemplates.flatMap((template) =>
        Object.values(MessageLanguage).map((language) => {
          const text = messageTexts[template][language];
          const wording = wordingOf(text);
          const state = reviewed.has(`${template} ${language} ${wording}`) ? 'REVIEWED' : text.state;
          return Object.assign(new MessageTextView(), { template, language, text: text.text, state, wording });
        }),
      );
    });
  }
}
