import type { Id } from '@fc/domain-kernel';
import { CountyDb, RowNotFound, type FilterQuery } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { isOnConnection } from '../projections/on-connection.ts';
import { PeerWall } from '../projections/peer-wall.ts';
import { PreparationSession } from './preparation-session.entity.ts';
import { PreparationSessionView } from './preparation.view.ts';

/** Reads preparation talks, each only for its own pair and a program supervisor. */
@Injectable()
export class Preparations {
  constructor(private readonly db: CountyDb) {}

  async byId(id: Id<'PreparationSession'>): Promise<PreparationSessionView> {
    const [view] = await this.#where({ id });
    if (!view) throw new RowNotFound('PreparationSession', id);
    return view;
  }

  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<PreparationSessionView[]> {
    return this.#where({ connectionId });
  }

  #where(where: FilterQuery<PreparationSession>): Promise<PreparationSessionView[]> {
    return this.db.read(async (reader) => {
      const sessions = await reader.rows(PreparationSession, where, { orderBy: { heldAt: 'asc' } });
      const [first] = sessions; // all of one connection
      if (!first || !(await isOnConnection(reader, first.connectionId))) return [];
      const connection = await reader.getRow(FamilyConnection, first.connectionId);
      return sessions.flatMap((session) => {
        const wall = new PeerWall(session, connection);
        return wall.letsActing(reader) ? [PreparationSessionView.from(session, wall)] : [];
      });
    });
  }
}
