import { Clock, type Id } from '@fc/domain-kernel';
import { CountyDb, RowNotFound, type FilterQuery } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { familiesOf, FamilyConnection } from '../projections/family-connection.entity.ts';
import { isOnConnection } from '../projections/on-connection.ts';
import { AgendaItem } from './agenda-item.entity.ts';
import { ConnectionsMeeting } from './connections-meeting.entity.ts';
import { ConnectionsMeetingView } from './connections-meeting.view.ts';

/** Reads Connections Meetings, each only for whoever is on the connection. */
@Injectable()
export class ConnectionsMeetings {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  async byId(id: Id<'ConnectionsMeeting'>): Promise<ConnectionsMeetingView> {
    const found = await this.#newest({ id });
    if (!found) throw new RowNotFound('ConnectionsMeeting', id);
    return found;
  }

  /** The one that is planned or held, or else the latest. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<ConnectionsMeetingView | null> {
    return this.#newest({ connectionId });
  }

  /** All of them, oldest first, with what was written down in each. */
  allOfConnection(connectionId: Id<'FamilyConnection'>): Promise<ConnectionsMeetingView[]> {
    return this.db.read(async (reader) => {
      const meetings = await reader.rows(ConnectionsMeeting, { connectionId }, { orderBy: { id: 'asc' } });
      if (meetings.length === 0 || !(await isOnConnection(reader, connectionId))) return [];
      const families = familiesOf(await reader.getRow(FamilyConnection, connectionId));
      const agenda = await reader.rows(AgendaItem, { meetingId: { $in: meetings.map(({ id }) => id) } }, { orderBy: { order: 'asc' } });
      return meetings.map((meeting) => ConnectionsMeetingView.from(meeting, families, agenda.filter(({ meetingId }) => meetingId === meeting.id), this.clock.now()));
    });
  }

  #newest(where: FilterQuery<ConnectionsMeeting>): Promise<ConnectionsMeetingView | null> {
    return this.db.read(async (reader) => {
      const [meeting] = await reader.rows(ConnectionsMeeting, where, { orderBy: { id: 'desc' }, limit: 1 });
      if (!meeting || !(await isOnConnection(reader, meeting.connectionId))) return null;
      const families = familiesOf(await reader.getRow(FamilyConnection, meeting.connectionId));
      const agenda = await reader.rows(AgendaItem, { meetingId: meeting.id }, { orderBy: { order: 'asc' } });
      return ConnectionsMeetingView.from(meeting, families, agenda, this.clock.now());
    });
  }
}
