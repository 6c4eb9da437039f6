import type { Id } from '@fc/domain-kernel';
import { CountyDb, RowNotFound, type FilterQuery } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { isOnConnection } from '../projections/on-connection.ts';
import { PeerWall } from '../projections/peer-wall.ts';
import { FollowUpSession } from './follow-up-session.entity.ts';
import { FollowUpSessionView } from './follow-up.view.ts';

/** Reads follow-up talks, each only for its own pair and a program supervisor. */
@Injectable()
export class FollowUps {
  constructor(private readonly db: CountyDb) {}

  async byId(id: Id<'FollowUpSession'>): Promise<FollowUpSessionView> {
    const [view] = await this.#where({ id });
    if (!view) throw new RowNotFound('FollowUpSession', id);
    return view;
  }

  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<FollowUpSessionView[]> {
    return this.#where({ connectionId });
  }

  #where(where: FilterQuery<FollowUpSession>): Promise<FollowUpSessionView[]> {
    return this.db.read(async (reader) => {
      const talks = await reader.rows(FollowUpSession, where, { orderBy: { id: 'asc' } });
      const [first] = talks; // all of one connection
      if (!first || !(await isOnConnection(reader, first.connectionId))) return [];
      const connection = await reader.getRow(FamilyConnection, first.connectionId);
      return talks.flatMap((talk) => {
        const wall = new PeerWall(talk, connection);
        return wall.letsActing(reader) ? [FollowUpSessionView.from(talk, wall)] : [];
      });
    });
  }
}
