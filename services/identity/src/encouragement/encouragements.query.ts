import type { Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Encouragement } from './encouragement.entity.ts';
import { EncouragementView } from './encouragement.view.ts';

/** Reads what a child's advocate has written, for whoever has been let to the connection already. */
@Injectable()
export class Encouragements {
  constructor(private readonly db: CountyDb) {}

  /** Oldest first. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<EncouragementView[]> {
    return this.db.read(async (reader) => (await reader.rows(Encouragement, { connectionId }, { orderBy: { id: 'asc' } })).map(EncouragementView.from));
  }

  byId(id: Id<'Encouragement'>): Promise<EncouragementView> {
    return this.db.read(async (reader) => EncouragementView.from(await reader.getRow(Encouragement, id)));
  }
}
