import { Role } from '@fc/auth';
import { MeetingScheduledV1, MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { askToTell, Instant, requireContact, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { requireLeadsMatched } from '../connections-meetings/led-by-actor.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { requireFree } from './appointments.ts';
import { newLengthField, requireLength } from './meeting-length.ts';

@InputType()
export class RescheduleConnectionsMeetingInput {
  @Field(() => UUID)
  meetingId!: Id<'ConnectionsMeeting'>;

  @Field(() => Instant)
  scheduledFor!: Temporal.Instant;

  @Field(() => Int, newLengthField)
  minutes?: number | null;

  @Field(() => String, { description: 'Of a meeting by video its link.' })
  place!: string;

  @Field(() => MeetingSetting, { description: 'VIRTUAL when they cannot meet in person: by video, as far as that is permitted.' })
  setting!: MeetingSetting;

  @Field(() => Boolean, { defaultValue: false, description: 'Plan it although somebody who must be there is expected elsewhere at that time.' })
  despiteOverlap!: boolean;
}

/** Moves a planned meeting to another time or place, or onto a screen. It stays the same meeting: what was covered stays covered. */
@Injectable()
export class RescheduleConnectionsMeeting {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RescheduleConnectionsMeetingInput): Promise<Id<'ConnectionsMeeting'>> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const { id, connectionId } = await getOnConnection(tx, ConnectionsMeeting, input.meetingId, Role.COORDINATOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR);
      const connection = await tx.get(FamilyConnection, connectionId);
      const planned = await tx.get(ConnectionsMeeting, id);
      await requireLeadsMatched(tx, planned, connection, input.scheduledFor);
      await requireContact(tx, planned.contact(connection, { ...input, minutes: requireLength(input.minutes, planned.minutes) })); // the ledger before the meeting, as everywhere
      const meeting = await tx.lock(ConnectionsMeeting, id);
      meeting.move(input, now);
      await requireFree(tx, meeting.neededWith(connection), meeting, { connectionId, despiteOverlap: input.despiteOverlap });
      await keepDeadlines(tx, connectionId, now);
      tx.emit(MeetingScheduledV1, { meetingId: id as string as Id<'IntroductoryMeeting'>, connectionId, kind: 'CONNECTIONS_MEETING', scheduledFor: input.scheduledFor.toString() });
      askToTell(tx, MeetingsNotificationRequestedV1, meeting.peopleWith(connection), { template: 'APPOINTMENT_PLANNED', at: meeting.scheduledFor, expiresAt: meeting.scheduledFor, contact: meeting.contact(connection) });
      return id;
    });
  }
}
