import { Role } from '@fc/auth';
import { Temporal, type Id } from '@fc/domain-kernel';
import { isContactPossible, type CircleRole, type PlannedContact } from '@fc/subgraph';
import type { Reader, Row } from '@fc/tenancy';
import { familiesOf, type FamilyConnection } from '../projections/family-connection.entity.ts';
import { timeOf, type Appointment } from '../scheduling/meeting-length.ts';
import { MeetingSupport, SupportConfirmation } from './meeting-support.entity.ts';

/** Who plans the meetings of two families, and sees to what they need for it. */
export const supportPlanners: readonly CircleRole[] = [Role.COORDINATOR, Role.CASEWORKER, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR];

/** A planned appointment, of either kind. */
export interface PlannedAppointment extends Appointment {
  readonly id: string;
}

/** What the two families need for their meetings at present, oldest first. */
export const neededSupports = (reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<Row<MeetingSupport>[]> =>
  reader.rows(MeetingSupport, { connectionId, withdrawnAt: null }, { orderBy: { id: 'asc' } });

/** Whoever of the program gives what is needed. */
export const providersOf = (supports: readonly Pick<Row<MeetingSupport>, 'providedById'>[]): Id<'Person'>[] => [...new Set(supports.flatMap(({ providedById }) => providedById ?? []))];

/** Whether nothing keeps that person from being near the two families then, at that moment or until another. */
export const mayBeThere = (reader: Reader, connection: Pick<FamilyConnection, 'parentId' | 'caregiverIds'>, personId: Id<'Person'>, then: Pick<PlannedContact, 'at' | 'until'>): Promise<boolean> =>
  isContactPossible(reader, { channel: 'IN_PERSON', ...then, between: [], and: [], alsoPresent: [...familiesOf(connection), personId] });

/** What is needed and not confirmed for that appointment: not at all, for another time or a shorter one, by somebody else, or by somebody who may not be there any more. */
export async function openSupportsOf(reader: Reader, connection: Pick<Row<FamilyConnection>, 'id' | 'parentId' | 'caregiverIds'>, planned: PlannedAppointment): Promise<Row<MeetingSupport>[]> {
  const { id, scheduledFor, minutes } = planned;
  const needed = await neededSupports(reader, connection.id);
  if (needed.length === 0) return [];
  const confirmed = await reader.rows(SupportConfirmation, { meetingId: id as Id<'IntroductoryMeeting'>, supportId: { $in: needed.map((support) => support.id) } });
  const open: Row<MeetingSupport>[] = [];
  for (const support of needed) {
    const provider = support.providedById ?? null;
    const stands = confirmed.some((one) => one.supportId === support.id && Temporal.Instant.compare(one.at, scheduledFor) === 0 && one.minutes >= minutes && (one.providedById ?? null) === provider);
    if (!stands || (provider && !(await mayBeThere(reader, connection, provider, timeOf(planned))))) open.push(support);
  }
  return open;
}
