import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import { askToTell } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { isProhibited } from '../contact/prohibited.ts';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';
import { timeOf, type Appointment } from '../scheduling/meeting-length.ts';

type Template = 'APPOINTMENT_PLANNED' | 'APPOINTMENT_CANCELLED';

/** Lets the parent know, and while the connection is open the caregivers, unless the two must not meet at that time. */
export async function tellOfHearing(tx: Transaction, hearing: Appointment, connection: FamilyConnection, template: Template): Promise<void> {
  tell(tx, hearing, [connection.parentId, ...(await caregiversWhoKnow(tx, hearing, connection))], template);
}

/** As `tellOfHearing`; to a caregiver who may know of the old time and not of the new one, it is called off. */
export async function tellOfMove(tx: Transaction, { from, to }: { from: Appointment; to: Appointment }, connection: FamilyConnection): Promise<void> {
  const knowing = await caregiversWhoKnow(tx, to, connection);
  tell(tx, to, [connection.parentId, ...knowing], 'APPOINTMENT_PLANNED');
  tell(tx, from, (await caregiversWhoKnow(tx, from, connection)).filter((caregiver) => !knowing.includes(caregiver)), 'APPOINTMENT_CANCELLED');
}

async function caregiversWhoKnow(tx: Transaction, hearing: Appointment, connection: FamilyConnection): Promise<readonly Id<'Person'>[]> {
  const { at, until } = timeOf(hearing);
  return connection.closedAt || (await isProhibited(tx, connection, 'IN_PERSON', at, until)) ? [] : connection.caregiverIds;
}

/** Its connection closes: for the caregivers who know of it, it is off. For the parent and the court it is not. */
export async function tellCaregiversItIsOff(tx: Transaction, hearing: Appointment, connection: FamilyConnection): Promise<void> {
  tell(tx, hearing, await caregiversWhoKnow(tx, hearing, connection), 'APPOINTMENT_CANCELLED');
}

const tell = (tx: Transaction, { scheduledFor: at }: Appointment, people: readonly Id<'Person'>[], template: Template): void =>
  askToTell(tx, MeetingsNotificationRequestedV1, people, { template, at, expiresAt: at });
