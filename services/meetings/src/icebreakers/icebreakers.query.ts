import { Clock, type Id } from '@fc/domain-kernel';
import { CountyDb, RowNotFound, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { AgendaItem } from '../connections-meetings/agenda-item.entity.ts';
import { isFacilitating } from '../introductory-meetings/facilitators.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { isOnConnection } from '../projections/on-connection.ts';
import { Icebreaker } from './icebreaker.entity.ts';
import { IcebreakerView } from './icebreaker.view.ts';

/** How far back somebody's own list goes, in days, and how many it holds at most. */
const pastDays = 31;
const longest = 100;

/** Reads icebreakers, each only for whoever is on its connection or facilitates it. */
@Injectable()
export class Icebreakers {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  byId(id: Id<'Icebreaker'>): Promise<IcebreakerView> {
    return this.db.read(async (reader) => {
      const icebreaker = await reader.getRow(Icebreaker, id);
      const connection = await reader.getRow(FamilyConnection, icebreaker.connectionId);
      if (!(await isOnConnection(reader, icebreaker.connectionId)) && !isFacilitating(reader, icebreaker, connection)) throw new RowNotFound('Icebreaker', id);
      return IcebreakerView.from(icebreaker, connection, await agendasOf(reader, [icebreaker]), this.clock.now());
    });
  }

  /** Those that the acting person facilitates, or did in the past month, on whatever connection; the last first. */
  facilitatedByActing(): Promise<IcebreakerView[]> {
    return this.db.read(async (reader) => {
      const since = this.clock.now().subtract({ hours: pastDays * 24 });
      const named = await reader.rows(Icebreaker, { facilitatorId: actingPerson(reader), $or: [{ scheduledFor: { $gte: since } }, { heldAt: { $gte: since } }] }, { orderBy: { scheduledFor: 'desc' }, limit: longest });
      const connections = await reader.rows(FamilyConnection, { id: { $in: named.map(({ connectionId }) => connectionId) } });
      const agenda = await agendasOf(reader, named);
      const timeOf = ({ heldAt, scheduledFor }: IcebreakerView): number => (heldAt ?? scheduledFor)?.epochMilliseconds ?? 0;
      return named
        .flatMap((icebreaker) => {
          const connection = connections.find(({ id }) => id === icebreaker.connectionId);
          return connection && isFacilitating(reader, icebreaker, connection) ? [IcebreakerView.from(icebreaker, connection, agenda.filter(({ meetingId }) => meetingId === icebreaker.id), this.clock.now())] : [];
        })
        .sort((one, other) => timeOf(other) - timeOf(one));
    });
  }

  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<IcebreakerView[]> {
    return this.db.read(async (reader) => {
      if (!(await isOnConnection(reader, connectionId))) return [];
      const icebreakers = await reader.rows(Icebreaker, { connectionId }, { orderBy: { id: 'asc' } });
      if (icebreakers.length === 0) return []; // who the families are may still be on its way here
      const connection = await reader.getRow(FamilyConnection, connectionId);
      const agenda = await agendasOf(reader, icebreakers);
      return icebreakers.map((icebreaker) => IcebreakerView.from(icebreaker, connection, agenda.filter(({ meetingId }) => meetingId === icebreaker.id), this.clock.now()));
    });
  }
}

const agendasOf = (reader: Reader, icebreakers: readonly Row<Icebreaker>[]): Promise<Row<AgendaItem>[]> =>
  reader.rows(AgendaItem, { meetingId: { $in: icebreakers.map(({ id }) => id) } }, { orderBy: { order: 'asc' } });
