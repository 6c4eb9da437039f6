import type { Id } from '@fc/domain-kernel';
import { readPage, rolesOnConnection, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { MentorNeed } from './mentor-need.entity.ts';
import { MentorNeedView } from './mentor-need.view.ts';

/** Reads who waits for a mentor. */
@Injectable()
export class MentorNeeds {
  constructor(private readonly db: CountyDb) {}

  open(args: PageArgs): Promise<Page<MentorNeedView>> {
    return this.db.read((reader) => readPage(reader, MentorNeed, { metAt: null }, args, MentorNeedView.from));
  }

  /** Those that this connection made known; none for whoever is not on it. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<MentorNeedView[]> {
    return this.db.read(async (reader) => {
      if ((await rolesOnConnection(reader, connectionId)).length === 0) return [];
      return (await reader.rows(MentorNeed, { connectionId }, { orderBy: { mentorRole: 'desc' } })).map(MentorNeedView.from);
    });
  }
}
