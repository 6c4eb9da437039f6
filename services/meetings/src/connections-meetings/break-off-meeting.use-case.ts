import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, requireContact, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { holdLedgerStill } from '../contact/prohibited.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { startFollowUps } from '../follow-ups/start-follow-ups.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection, takeTurns } from '../projections/family-connection.entity.ts';
import { AgendaItem } from './agenda-item.entity.ts';
import { tellIfStillToCome } from './cancel-meeting.ts';
import { ConnectionsMeeting, whoCame } from './connections-meeting.entity.ts';
import { meetingLedByActor, requireLeadsMatched } from './led-by-actor.ts';

@InputType()
export class BreakOffMeetingInput {
  @Field(() => UUID)
  meetingId!: Id<'ConnectionsMeeting'>;

  @Field(() => Instant, { description: 'Until when it went on.' })
  endedAt!: Temporal.Instant;

  @Field(() => [UUID], { nullable: true, description: 'As in `holdMeeting`.' })
  cameIds?: Id<'Person'>[] | null;
}

/**
 * A meeting that had begun came to an end before its agenda did, for whatever reason: nobody is asked which. What took place stays
 * written down, and nothing more is. Each side talks with its
 * own mentor after it too. The two families have not met in full, so another meeting may be planned, as far as it is possible.
 */
@Injectable()
export class BreakOffMeeting {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ meetingId, endedAt, cameIds }: BreakOffMeetingInput): Promise<Id<'ConnectionsMeeting'>> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const planned = await meetingLedByActor(tx, meetingId);
      const { id, connectionId } = planned;
      const connection = await tx.get(FamilyConnection, connectionId);
      await requireLeadsMatched(tx, planned, connection, endedAt);
      await takeTurns(tx, [connectionId]); // it goes through talks too
      await requireContact(tx, planned.contactOfThoseWhoCame(connection, endedAt, cameIds ?? whoCame(planned, planned.peopleWith(connection))));
      await holdLedgerStill(tx, connection, now);
      const meeting = await tx.lock(ConnectionsMeeting, id);
      meeting.requireLedBy(actingPerson(tx));
      if (cameIds) meeting.noteWhoCame(cameIds, { by: actingPerson(tx), families: connection });
      meeting.breakOff(endedAt, { agenda: await tx.find(AgendaItem, { meetingId: id }, { orderBy: { order: 'asc' } }), now });
      tellIfStillToCome(tx, meeting, connection, now);
      await startFollowUps(tx, connection, endedAt);
      await keepDeadlines(tx, connectionId, now);
      return id;
    });
  }
}
