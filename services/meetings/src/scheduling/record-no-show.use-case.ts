import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { cancelMeeting } from '../connections-meetings/cancel-meeting.ts';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { meetingLedByActor } from '../connections-meetings/led-by-actor.ts';
import { holdLedgerStill } from '../contact/prohibited.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';

@InputType()
export class RecordNoShowInput {
  @Field(() => UUID)
  meetingId!: Id<'ConnectionsMeeting'>;
}

/** Somebody who was needed did not come. Nobody is named and nobody blamed; another meeting can be planned. */
@Injectable()
export class RecordNoShow {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ meetingId }: RecordNoShowInput): Promise<Id<'ConnectionsMeeting'>> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const { id, connectionId } = await meetingLedByActor(tx, meetingId);
      await holdLedgerStill(tx, await tx.get(FamilyConnection, connectionId), now);
      const meeting = await tx.lock(ConnectionsMeeting, id);
      meeting.requireBegun(now);
      await cancelMeeting(tx, meeting, now);
      meeting.noShowAt = now;
      await keepDeadlines(tx, connectionId, now);
      return id;
    });
  }
}
