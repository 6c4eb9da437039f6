import { Clock, type Id } from '@fc/domain-kernel';
import { CountyDb, RowNotFound, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { AgendaItem } from '../connections-meetings/agenda-item.entity.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { isOnConnection } from '../projections/on-connection.ts';
import { Icebreaker } from './icebreaker.entity.ts';
import { IcebreakerView } from './icebreaker.view.ts';

/** Reads icebreakers, each only for whoever is on its connection. */
@Injectable()
export class Icebreakers {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  byId(id: Id<'Icebreaker'>): Promise<IcebreakerView> {
    return this.db.read(async (reader) => {
      const icebreaker = await reader.getRow(Icebreaker, id);
      if (!(await isOnConnection(reader, icebreaker.connectionId))) throw new RowNotFound('Icebreaker', id);
      return IcebreakerView.from(icebreaker, await reader.getRow(FamilyConnection, icebreaker.connectionId), await agendasOf(reader, [icebreaker]), this.clock.now());
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
