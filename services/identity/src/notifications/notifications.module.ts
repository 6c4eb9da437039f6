import { Module } from '@nestjs/common';
import { CapabilityLinksModule } from '../capability-links/capability-links.module.ts';
import { DeliverNotifications } from './deliver-notifications.ts';
import { DeliveryChannels } from '../delivery/delivery-channels.ts';
import { Notifications } from './notifications.query.ts';
import { NotificationsResolver } from './notifications.resolver.ts';
import { Recipients } from './recipients.ts';
import { ReviewMessageText } from './review-message-text.use-case.ts';
import { SetNotificationPreferences } from './set-notification-preferences.use-case.ts';
import { WhenNotificationRequested } from './when-notification-requested.consumer.ts';

@Module({
  imports: [CapabilityLinksModule],
  controllers: [WhenNotificationRequested],
  providers: [Notifications, NotificationsResolver, SetNotificationPreferences, ReviewMessageText, DeliverNotifications, DeliveryChannels, Recipients],
  exports: [DeliverNotifications, DeliveryChannels, Recipients],
})
export class NotificationsModule {}
