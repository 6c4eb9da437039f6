import { notFound, parseId, type Id } from '@fc/domain-kernel';
import { batched, readPage, seenConnections, visibleConnections, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ConnectionChild } from './connection-child.entity.ts';
import { FamilyConnection } from './family-connection.entity.ts';
import { FamilyConnectionView } from './family-connection.view.ts';

/** Reads family connections, each only for whoever is on it. */
@Injectable()
export class Connections {
  readonly #one = batched((ids: readonly Id<'FamilyConnection'>[]) =>
    this.db.read(async (reader) => {
      const rows = await reader.rows(FamilyConnection, { id: { $in: [...(await seenConnections(reader, ids))] } });
      return new Map(rows.map((row) => [row.id, FamilyConnectionView.from(row)]));
    }),
  );
  readonly #childIds = batched((ids: readonly Id<'FamilyConnection'>[]) =>
    this.db.read(async (reader) => Map.groupBy(await reader.rows(ConnectionChild, { connectionId: { $in: [...ids] }, to: null }), ({ connectionId }) => connectionId)),
  );

  constructor(private readonly db: CountyDb) {}

  async byId(id: string): Promise<FamilyConnectionView> {
    const found = await this.#one(parseId(id));
    if (!found) throw notFound('family connection');
    return found;
  }

  page(args: PageArgs): Promise<Page<FamilyConnectionView>> {
    return this.db.read(async (reader) => {
      const visible = await visibleConnections(reader);
      return readPage(reader, FamilyConnection, visible === 'ALL' ? {} : { id: { $in: visible } }, args, FamilyConnectionView.from);
    });
  }

  /** The children of that connection at present. */
  async childIds(connectionId: Id<'FamilyConnection'>): Promise<Id<'Child'>[]> {
    return ((await this.#childIds(connectionId)) ?? []).map(({ childId }) => childId);
  }
}
