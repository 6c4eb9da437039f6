import { notFound, parseId, type Id } from '@fc/domain-kernel';
import { readPage, rolesOnConnection, visibleConnections, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ConnectionChild } from './connection-child.entity.ts';
import { FamilyConnection } from './family-connection.entity.ts';
import { FamilyConnectionView } from './family-connection.view.ts';

/** Reads family connections, each only for whoever is on it. */
@Injectable()
export class Connections {
  constructor(private readonly db: CountyDb) {}

  byId(id: string): Promise<FamilyConnectionView> {
    return this.db.read(async (reader) => {
      const connectionId: Id<'FamilyConnection'> = parseId(id);
      if ((await rolesOnConnection(reader, connectionId)).length === 0) throw notFound('family connection');
      return FamilyConnectionView.from(await reader.getRow(FamilyConnection, connectionId));
    });
  }

  page(args: PageArgs): Promise<Page<FamilyConnectionView>> {
    return this.db.read(async (reader) => {
      const visible = await visibleConnections(reader);
      return readPage(reader, FamilyConnection, visible === 'ALL' ? {} : { id: { $in: visible } }, args, FamilyConnectionView.from);
    });
  }

  /** The children of that connection at present. */
  childIds(connectionId: Id<'FamilyConnection'>): Promise<Id<'Child'>[]> {
    return this.db.read(async (reader) => (await reader.rows(ConnectionChild, { connectionId, to: null })).map((part) => part.childId));
  }
}
