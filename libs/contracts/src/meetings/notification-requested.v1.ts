import { defineEvent } from '../event-contract.ts';
import { notification } from '../facts.ts';

/** Somebody should learn that there is something for them in meetings. */
export const MeetingsNotificationRequestedV1 = defineEvent('meetings.notification-requested.v1', 'notificationId', notification);
