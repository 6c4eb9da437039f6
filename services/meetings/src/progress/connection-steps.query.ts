import type { Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { FollowUpSession } from '../follow-ups/follow-up-session.entity.ts';
import { readinessOf } from '../preparation/readiness.ts';
import { matchesOn } from '../projections/active-match.entity.ts';
import { connectionSides } from '../projections/connection-side.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { isOnConnection } from '../projections/on-connection.ts';
import { stepOf, type ProgramStep } from './program-step.ts';

/** Reads how far a connection has come, for whoever is on it. */
@Injectable()
export class ConnectionSteps {
  constructor(private readonly db: CountyDb) {}

  /** Null for whoever is not on it, and until the connection is known here. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<ProgramStep | null> {
    return this.db.read(async (reader) => {
      const connection = await reader.first(FamilyConnection, { id: connectionId });
      if (!connection || !(await isOnConnection(reader, connectionId))) return null;
      const matches = await matchesOn(reader, connection);
      const { unprepared } = await readinessOf(reader, connectionId, matches);
      const met = (await reader.count(ConnectionsMeeting, { connectionId, status: 'HELD' })) > 0;
      const talks = await reader.rows(FollowUpSession, { connectionId, heldAt: { $ne: null } });
      return stepOf({
        matched: connectionSides.every((side) => matches[side]),
        prepared: unprepared.length === 0,
        met,
        supported: connectionSides.every((side) => talks.some((talk) => talk.side === side)),
      });
    });
  }
}
