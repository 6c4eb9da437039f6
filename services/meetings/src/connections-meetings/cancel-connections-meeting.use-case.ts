import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { holdLedgerStill } from '../contact/prohibited.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { ConnectionsMeeting } from './connections-meeting.entity.ts';
import { meetingOver } from './connections-meeting.errors.ts';

/** Calls a planned meeting off, so that another can be planned. */
@Injectable()
export class CancelConnectionsMeeting {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(meetingId: string): Promise<Id<'ConnectionsMeeting'>> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const { id, connectionId } = await getOnConnection(tx, ConnectionsMeeting, meetingId, Role.COORDINATOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR);
      await holdLedgerStill(tx, await tx.get(FamilyConnection, connectionId), now);
      const meeting = await tx.lock(ConnectionsMeeting, id);
      if (meeting.status !== 'SCHEDULED') throw meetingOver(meeting.status);
      await cancelMeeting(tx, meeting, now);
      await keepDeadlines(tx, connectionId, now);
      return id;
    });
  }
}
