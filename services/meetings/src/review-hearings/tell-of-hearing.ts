import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { askToTell } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { isProhibited } from '../contact/prohibited.ts';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';
import type { ReviewHearing } from './review-hearing.entity.ts';

/** Lets the parent know, and the caregivers unless the two must not meet at that time. */
export async function tellOfHearing(tx: Transaction, { scheduledFor: at }: ReviewHearing, connection: FamilyConnection, template: 'APPOINTMENT_PLANNED' | 'APPOINTMENT_CANCELLED'): Promise<void> {
  const caregivers = (await isProhibited(tx, connection, 'IN_PERSON', at)) ? [] : connection.caregiverIds;
  askToTell(tx, MeetingsNotificationRequestedV1, [connection.parentId, ...caregivers], { template, at, expiresAt: at });
}
