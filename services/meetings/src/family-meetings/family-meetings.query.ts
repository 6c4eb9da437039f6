import type { Id } from '@fc/domain-kernel';
import { CountyDb, RowNotFound, type FilterQuery, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyDecision } from './family-decision.entity.ts';
import { FamilyMeeting } from './family-meeting.entity.ts';
import { FamilyMeetingView } from './family-meeting.view.ts';
import { meetingReader } from './in-meeting.ts';

/** How many meetings somebody's own list holds at most. */
const longest = 100;

/** Reads family meetings, each for those who are in it. */
@Injectable()
export class FamilyMeetings {
  constructor(private readonly db: CountyDb) {}

  /** The first of the series first. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<FamilyMeetingView[]> {
    return this.db.read((reader) => known(reader, connectionId, {}));
  }

  /** The acting person's own, on whatever connection, the next or last first. */
  ofActing(): Promise<FamilyMeetingView[]> {
    return this.db.read(async (reader) => {
      const mine = await reader.sql<{ id: Id<'FamilyMeeting'>; connection_id: Id<'FamilyConnection'> }>(
        `select id, connection_id from family_meeting
          where array_remove(array[parent_id::text, planned_by::text], null) || other_parent_ids || caregiver_ids || relative_ids || professional_ids @> array[?::text] order by scheduled_for desc limit ${longest}`,
        [actingPerson(reader)],
      );
      const found: FamilyMeetingView[] = [];
      for (const connectionId of new Set(mine.map((each) => each.connection_id))) found.push(...(await known(reader, connectionId, { id: { $in: mine.map(({ id }) => id) } })));
      const order = mine.map(({ id }) => id);
      return found.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
    });
  }

  byId(id: Id<'FamilyMeeting'>): Promise<FamilyMeetingView> {
    return this.db.read(async (reader) => {
      const { connectionId } = await reader.getRow(FamilyMeeting, id);
      const [found] = await known(reader, connectionId, { id });
      if (!found) throw new RowNotFound('FamilyMeeting', id);
      return found;
    });
  }
}

async function known(reader: Reader, connectionId: Id<'FamilyConnection'>, where: FilterQuery<FamilyMeeting>): Promise<FamilyMeetingView[]> {
  const { isStaff, mayKnow } = await meetingReader(reader, connectionId);
  const meetings = (await reader.rows(FamilyMeeting, { $and: [{ connectionId }, where] }, { orderBy: { number: 'asc' } })).filter(mayKnow);
  const decisions = await reader.rows(FamilyDecision, { meetingId: { $in: meetings.map(({ id }) => id) } }, { orderBy: { id: 'asc' } });
  return meetings.map((meeting) => FamilyMeetingView.from(meeting, decisions, isStaff));
}
