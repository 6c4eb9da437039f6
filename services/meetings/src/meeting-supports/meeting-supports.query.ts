import type { Id } from '@fc/domain-kernel';
import { rolesOnConnection } from '@fc/subgraph';
import { CountyDb, RowNotFound, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { MeetingSupport, SupportConfirmation } from './meeting-support.entity.ts';
import { MeetingSupportView } from './meeting-support.view.ts';
import { neededSupports, openSupportsOf, supportPlanners, type PlannedAppointment } from './needed-supports.ts';

/** Reads what the two families need for their meetings. */
@Injectable()
export class MeetingSupports {
  constructor(private readonly db: CountyDb) {}

  byId(id: Id<'MeetingSupport'>): Promise<MeetingSupportView> {
    return this.db.read(async (reader) => {
      const support = await reader.getRow(MeetingSupport, id);
      const [view] = await visible(reader, support.connectionId, [support]);
      if (!view) throw new RowNotFound('MeetingSupport', id);
      return view;
    });
  }

  /** All for whoever plans the meetings; to a parent or a caregiver their own. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<MeetingSupportView[]> {
    return this.db.read(async (reader) => visible(reader, connectionId, await neededSupports(reader, connectionId)));
  }

  /** What is not confirmed for that meeting; null for whoever does not plan it, and for a meeting that is not planned. */
  openOf(connectionId: Id<'FamilyConnection'>, planned: PlannedAppointment | null): Promise<MeetingSupportView[] | null> {
    return this.db.read(async (reader) => {
      if (!planned || !(await rolesOnConnection(reader, connectionId)).some((role) => supportPlanners.includes(role))) return null;
      return withConfirmations(reader, await openSupportsOf(reader, await reader.getRow(FamilyConnection, connectionId), planned));
    });
  }
}

/** What of it the acting person may read; nothing for whoever is not on the connection. */
async function visible(reader: Reader, connectionId: Id<'FamilyConnection'>, supports: readonly Row<MeetingSupport>[]): Promise<MeetingSupportView[]> {
  const held = await rolesOnConnection(reader, connectionId);
  if (held.length === 0) return [];
  const all = held.some((role) => supportPlanners.includes(role));
  const mine = actingPerson(reader);
  return withConfirmations(reader, supports.filter(({ forPersonId }) => all || forPersonId === mine));
}

async function withConfirmations(reader: Reader, supports: readonly Row<MeetingSupport>[]): Promise<MeetingSupportView[]> {
  if (supports.length === 0) return [];
  const confirmations = await reader.rows(SupportConfirmation, { supportId: { $in: supports.map(({ id }) => id) } }, { orderBy: { id: 'asc' } });
  return supports.map((support) => MeetingSupportView.from(support, confirmations));
}
