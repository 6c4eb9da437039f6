import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DeliveryMethod } from '../delivery/delivery-channel.ts';
import { MessageLanguage, MessageTemplate } from './message-template.ts';
import type { WantedMessages } from './notification-preferences.entity.ts';
import type { Notification } from './notification.entity.ts';

registerEnumType(DeliveryMethod, { name: 'DeliveryMethod' });
registerEnumType(MessageTemplate, { name: 'MessageTemplate' });
registerEnumType(MessageLanguage, { name: 'MessageLanguage' });

export enum MessageTextState {
  MACHINE = 'MACHINE',
  REVIEWED = 'REVIEWED',
}
registerEnumType(MessageTextState, { name: 'MessageTextState', description: 'People get what is reviewed; else English, with the offer of an interpreter.' });

@ObjectType('NotificationPreferences', { description: 'How somebody likes to be written to. For the person alone.' })
export class NotificationPreferencesView {
  @Field(() => [DeliveryMethod], { description: 'The first is tried first. Empty: the person is not written to.' })
  methods!: readonly `${DeliveryMethod}`[];

  @Field(() => String, { description: 'Local time of day, like 21:00.' })
  quietFrom!: string;

  @Field(() => String)
  quietTo!: string;

  @Field(() => Int)
  mostPerDay!: number;

  static from({ methods, quietFrom, quietTo, mostPerDay }: WantedMessages): NotificationPreferencesView {
    return Object.assign(new NotificationPreferencesView(), { methods, quietFrom, quietTo, mostPerDay });
  }
}

@ObjectType('UndeliveredNotification', { description: 'Somebody wanted to be written to and could not be: please call. For coordinators.' })
export class UndeliveredNotificationView {
  @Field(() => UUID)
  id!: Id<'Notification'>;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => MessageTemplate)
  template!: `${MessageTemplate}`;

  @Field(() => Instant, { nullable: true, description: 'When the appointment is that it was to tell of.' })
  at!: Temporal.Instant | null;

  static from({ id, personId, template, at }: Row<Notification>): UndeliveredNotificationView {
    return Object.assign(new UndeliveredNotificationView(), { id, personId, template, at });
  }
}

@ObjectType()
export class UndeliveredNotificationPage extends pageOf(UndeliveredNotificationView) {}

@ObjectType('SentNotification', { description: 'That somebody was written to; never the words.' })
export class SentNotificationView {
  @Field(() => MessageTemplate)
  template!: `${MessageTemplate}`;

  @Field(() => Instant, { nullable: true, description: 'When the appointment is that it tells of.' })
  at!: Temporal.Instant | null;

  @Field(() => Instant)
  sentAt!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'When they let us know that they have read it; empty until then.' })
  readAt!: Temporal.Instant | null;

  static from({ template, at, sentAt, readAt }: Row<Notification>): SentNotificationView {
    return Object.assign(new SentNotificationView(), { template, at, sentAt, readAt });
  }
}

@ObjectType('MessageText', { description: 'What is written to people. For program supervisors, who review it.' })
export class MessageTextView {
  @Field(() => MessageTemplate)
  template!: `${MessageTemplate}`;

  @Field(() => MessageLanguage)
  language!: `${MessageLanguage}`;

  @Field(() => String)
  text!: string;

  @Field(() => MessageTextState)
  state!: `${MessageTextState}`;

  @Field(() => String, { description: 'Tells this wording from the next; a review names it.' })
  wording!: string;
}
