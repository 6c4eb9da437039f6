import { Allow, AllowSignedIn, Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { PageArgs, UUID, type Page } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { MessageTextView, NotificationPreferencesView, SentNotificationView, UndeliveredNotificationPage, type UndeliveredNotificationView } from './notification.views.ts';
import { Notifications } from './notifications.query.ts';
import { ReviewMessageText, ReviewMessageTextInput } from './review-message-text.use-case.ts';
import { SetNotificationPreferences, SetNotificationPreferencesInput } from './set-notification-preferences.use-case.ts';

@Resolver()
export class NotificationsResolver {
  constructor(
    private readonly notifications: Notifications,
    private readonly setting: SetNotificationPreferences,
    private readonly reviewing: ReviewMessageText,
  ) {}

  @Query(() => NotificationPreferencesView, { nullable: true })
  @AllowSignedIn()
  myNotificationPreferences(): Promise<NotificationPreferencesView> {
    return this.notifications.myPreferences();
  }

  @Query(() => UndeliveredNotificationPage, { nullable: true, description: 'Those whom nobody could write to though they had asked for it, the oldest first.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  undeliveredNotifications(@Args() args: PageArgs): Promise<Page<UndeliveredNotificationView>> {
    return this.notifications.undelivered(args);
  }

  @Query(() => [SentNotificationView], { nullable: true, description: 'The last 50 messages that left for that person, the newest first, and which of them they have said that they have read. For the person, a parent of the child, their caseworker and coordinators; NOT_FOUND for whoever may not see the person.' })
  @AllowSignedIn()
  sentNotifications(@Args('personId', { type: () => UUID }) personId: Id<'Person'>): Promise<SentNotificationView[]> {
    return this.notifications.sentTo(personId);
  }

  @Query(() => [MessageTextView], { nullable: true })
  @Allow(Role.PROGRAM_SUPERVISOR)
  messageTexts(): Promise<MessageTextView[]> {
    return this.notifications.texts();
  }

  @Mutation(() => NotificationPreferencesView, { description: 'For oneself. Errors IDENTITY.QUIET_HOURS_FORMAT, IDENTITY.TOO_MANY_MESSAGES.' })
  @AllowSignedIn()
  async setNotificationPreferences(@Args('input') input: SetNotificationPreferencesInput): Promise<NotificationPreferencesView> {
    await this.setting.run(input);
    return this.notifications.myPreferences();
  }

  @Mutation(() => [MessageTextView], { description: 'For a program supervisor who speaks the language. Errors IDENTITY.OTHER_WORDING, IDENTITY.TEXT_ALREADY_REVIEWED.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async reviewMessageText(@Args('input') input: ReviewMessageTextInput): Promise<MessageTextView[]> {
    await this.reviewing.run(input);
    return this.notifications.texts();
  }
}
