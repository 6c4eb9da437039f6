import { Module } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module.ts';
import { ConnectCall } from './connect-call.ts';
import { WhenCallRequested } from './when-call-requested.consumer.ts';

@Module({ imports: [NotificationsModule], controllers: [WhenCallRequested], providers: [ConnectCall] })
export class CallBridgeModule {}
