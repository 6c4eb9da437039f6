import { Clock, type Id } from '@fc/domain-kernel';
import { CountyDb, RowNotFound } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
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
      return IcebreakerView.from(icebreaker, this.clock.now());
    });
  }

  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<IcebreakerView[]> {
    return this.db.read(async (reader) => {
      if (!(await isOnConnection(reader, connectionId))) return [];
      return (await reader.rows(Icebreaker, { connectionId }, { orderBy: { id: 'asc' } })).map((icebreaker) => IcebreakerView.from(icebreaker, this.clock.now()));
    });
  }
}
