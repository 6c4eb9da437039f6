import { defineEvent } from '../event-contract.ts';
import { notification } from '../facts.ts';

/** Somebody should learn that there is something for them in matching. */
export const MatchingNotificationRequestedV1 = defineEvent('matching.notification-requested.v1', 'notificationId', notification);
