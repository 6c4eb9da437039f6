import { UUID } from '@fc/subgraph';
import type { Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { ConnectionsMeeting } from './connections-meeting.entity.ts';
import { meetingOfLead } from './led-by-actor.ts';

@InputType()
export class NoteAttendanceInput {
  @Field(() => UUID)
  meetingId!: Id<'ConnectionsMeeting'>;

  @Field(() => [UUID], { description: 'Who came, of those who were to come; yourself among them.' })
  cameIds!: Id<'Person'>[];
}

/** A lead who is at the meeting says who came. It can be said anew until the meeting is over. */
@Injectable()
export class NoteAttendance {
  constructor(private readonly db: CountyDb) {}

  run({ meetingId, cameIds }: NoteAttendanceInput): Promise<Id<'ConnectionsMeeting'>> {
    return this.db.transact(async (tx) => {
      const { id, connectionId } = await meetingOfLead(tx, meetingId);
      const meeting = await tx.lock(ConnectionsMeeting, id);
      meeting.noteWhoCame(cameIds, { by: actingPerson(tx), families: await tx.get(FamilyConnection, connectionId) });
      return id;
    });
  }
}
