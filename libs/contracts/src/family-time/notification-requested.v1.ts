import { defineEvent } from '../event-contract.ts';
import { notification } from '../facts.ts';

/** Somebody should learn that there is something for them in family time. */
export const FamilyTimeNotificationRequestedV1 = defineEvent('family-time.notification-requested.v1', 'notificationId', notification);
