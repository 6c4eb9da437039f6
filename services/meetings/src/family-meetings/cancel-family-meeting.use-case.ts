import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { callOff } from './call-off.ts';
import { keptMeeting } from './in-meeting.ts';

@InputType()
export class CancelFamilyMeetingInput {
  @Field(() => UUID)
  meetingId!: Id<'FamilyMeeting'>;
}

/** It does not take place; the next of the series is planned anew. */
@Injectable()
export class CancelFamilyMeeting {
  constructor(private readonly db: CountyDb) {}

  run({ meetingId }: CancelFamilyMeetingInput): Promise<Id<'FamilyMeeting'>> {
    return this.db.transact(async (tx) => {
      const meeting = await (await keptMeeting(tx, meetingId)).lock();
      meeting.requirePlanned();
      callOff(tx, meeting);
      return meetingId;
    });
  }
}
