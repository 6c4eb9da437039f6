import { Role, type RoleName } from '@fc/auth';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, isContactPossible, requireContact, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { notPossibleAtPresent } from '../contact/not-possible.ts';
import { channelOf, MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';
import { holdOpen } from '../projections/open-connection.ts';
import { lengthField, timeOf } from '../scheduling/meeting-length.ts';
import { tellOfAppointment } from './call-off.ts';
import { FamilyMeeting, FamilyMeetingPurpose, WithoutParent } from './family-meeting.entity.ts';
import { notAGuest, tooManyPeople } from './family-meeting.errors.ts';

@InputType()
export class PlanFamilyMeetingInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => FamilyMeetingPurpose)
  purpose!: FamilyMeetingPurpose;

  @Field(() => Instant)
  scheduledFor!: Temporal.Instant;

  @Field(() => Int, lengthField)
  minutes?: number | null;

  @Field(() => String)
  place!: string;

  @Field(() => MeetingSetting, { defaultValue: MeetingSetting.TEAM_MEETING })
  setting!: MeetingSetting;

  @Field(() => Boolean, { defaultValue: true })
  withParent!: boolean;

  @Field(() => [UUID], { defaultValue: [], description: 'Other parents of the same children, who have connections of their own.' })
  otherParentIds!: Id<'Person'>[];

  @Field(() => WithoutParent, { nullable: true, description: 'Needed where a parent of the children is left out, this one or another. For the staff in the meeting alone.' })
  withoutParentBecause?: WithoutParent | null;

  @Field(() => Boolean, { defaultValue: true })
  withCaregivers!: boolean;

  @Field(() => [UUID], { defaultValue: [], description: 'Relatives who come too, at most ten; each needs a permission for contact with the caregivers, or where these do not come with one of the children.' })
  relativeIds!: Id<'Person'>[];

  @Field(() => [UUID], { defaultValue: [], description: 'Others of the connection who come too, at most ten: mentors, caseworkers, a CASA. Whoever plans the meeting is in it.' })
  professionalIds!: Id<'Person'>[];
}

const most = 10;
const professionals: readonly RoleName[] = [Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.VISIT_SUPERVISOR, Role.CASA, Role.NAVIGATOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR];

/** Plans the next family meeting of a connection. */
@Injectable()
export class PlanFamilyMeeting {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: PlanFamilyMeetingInput): Promise<Id<'FamilyMeeting'>> {
    return this.db.once(input, async (tx) => {
      await requireOnConnection(tx, input.connectionId, Role.CASEWORKER, Role.COORDINATOR);
      const connection = await holdOpen(tx, input.connectionId);
      const otherParents = await otherParentsOn(tx, connection);
      if (input.otherParentIds.some((parent) => !otherParents.includes(parent))) throw notAGuest();
      await requireGuests(tx, input, this.clock.now());
      const [last] = await tx.find(FamilyMeeting, { connectionId: connection.id }, { orderBy: { number: 'desc' }, limit: 1 });
      const meeting = FamilyMeeting.plan(input, { connection, otherParents, number: (last?.number ?? 0) + 1, county: tx.context.county, by: actingPerson(tx), now: this.clock.now() });
      await requireOwnRelatives(tx, meeting, connection);
      await requireContact(tx, meeting.contact());
      tx.add(meeting);
      tellOfAppointment(tx, meeting);
      return meeting.id;
    });
  }
}

/** The parents with whom the children of this connection join other households or this one, on connections of their own. */
async function otherParentsOn(reader: Reader, { id, parentId }: FamilyConnection): Promise<Id<'Person'>[]> {
  const rows = await reader.sql<{ parent_id: Id<'Person'> }>(
    `select distinct connection.parent_id from connection_child here join connection_child there using (child_id) join family_connection connection on connection.id = there.connection_id
      where here.connection_id = ? and here.left_at is null and there.left_at is null and connection.closed_at is null and connection.parent_id <> ?`,
    [id, parentId],
  );
  return rows.map((row) => row.parent_id);
}

/** Relatives by their role in the county, the others by their part in the connection. Throws `MEETINGS.NOT_A_GUEST`, `MEETINGS.TOO_MANY_PEOPLE`. */
async function requireGuests(reader: Reader, { connectionId, relativeIds, professionalIds }: PlanFamilyMeetingInput, now: Temporal.Instant): Promise<void> {
  if (relativeIds.length > most || professionalIds.length > most) throw tooManyPeople();
  const relatives = await reader.sql<{ person_id: string }>(
    `select distinct person_id::text from access_role where role = 'RELATIVE' and person_id::text = any (string_to_array(?, ',')) and starts_at <= ?::timestamptz and (ends_at is null or ends_at > ?::timestamptz)`,
    [relativeIds.join(), now.toString(), now.toString()],
  );
  const others = await reader.sql<{ person_id: string }>(
    `select distinct person_id::text from circle_member where connection_id = ? and role = any (string_to_array(?, ',')) and person_id::text = any (string_to_array(?, ','))`,
    [connectionId, professionals.join(), professionalIds.join()],
  );
  if (relatives.length < new Set(relativeIds).size || others.length < new Set(professionalIds).size) throw notAGuest();
}

/** Relatives are those of this family, whether or not its caregivers come: the ledger permits each of them contact with the caregivers or with one of the children. Throws `CONTACT_NOT_POSSIBLE`. */
async function requireOwnRelatives(reader: Reader, meeting: FamilyMeeting, { id: connectionId, caregiverIds }: FamilyConnection): Promise<void> {
  const children = (await reader.rows(ConnectionChild, { connectionId, leftAt: null })).map(({ childId }) => [childId as string as Id<'Person'>]);
  for (const relative of meeting.relativeIds) {
    const contacts = [caregiverIds, ...children].map((and) => isContactPossible(reader, { channel: channelOf(meeting.setting), ...timeOf(meeting), between: [relative], and }));
    if (!(await Promise.all(contacts)).includes(true)) throw notPossibleAtPresent();
  }
}
