import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, requireContact, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { newLengthField } from '../scheduling/meeting-length.ts';
import { MoveReason } from '../scheduling/move-reason.ts';
import { tellOfAppointment } from './call-off.ts';
import { keptMeeting } from './in-meeting.ts';

@InputType()
export class RescheduleFamilyMeetingInput {
  @Field(() => UUID)
  meetingId!: Id<'FamilyMeeting'>;

  @Field(() => Instant)
  scheduledFor!: Temporal.Instant;

  @Field(() => Int, newLengthField)
  minutes?: number | null;

  @Field(() => String, { nullable: true, description: 'Left out: where it was to be. Of a meeting by video its link.' })
  place?: string | null;

  @Field(() => MeetingSetting, { nullable: true, description: 'Left out: as before.' })
  setting?: MeetingSetting | null;

  @Field(() => MoveReason)
  reason!: MoveReason;
}

/** Moves a planned family meeting to another time or place. It stays the same meeting, with the same people in it. */
@Injectable()
export class RescheduleFamilyMeeting {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RescheduleFamilyMeetingInput): Promise<Id<'FamilyMeeting'>> {
    return this.db.transact(async (tx) => {
      const { planned, lock } = await keptMeeting(tx, input.meetingId);
      planned.requirePlanned();
      await requireContact(tx, planned.contact(planned.elsewhere(input))); // the ledger before the meeting, as everywhere
      const meeting = await lock();
      meeting.move(input, input.reason, this.clock.now());
      tellOfAppointment(tx, meeting);
      return meeting.id;
    });
  }
}
