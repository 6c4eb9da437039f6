import type { Id } from '@fc/domain-kernel';
import { CountyDb, Protection, RowNotFound, type FilterQuery } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { actingPerson } from '../projections/acting-person.ts';
import { Draft } from './draft.entity.ts';
import { DraftView } from './draft.view.ts';

/** How many drafts somebody is shown at most. */
const most = 100;

/** Opens drafts for their writer, and for nobody else. */
@Injectable()
export class Drafts {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
  ) {}

  /** The one saved last first. */
  mine(where: FilterQuery<Draft> = {}): Promise<DraftView[]> {
    return this.db.read(async (reader) => {
      const personId = actingPerson(reader);
      const drafts = await reader.rows(Draft, { $and: [{ personId }, where] }, { orderBy: { savedAt: 'desc' }, limit: most });
      if (drafts.length === 0) return [];
      const key = await this.protection.keyOf(reader, personId);
      return drafts.map((draft) => DraftView.from(draft, Draft.open(draft, key)));
    });
  }

  async byId(id: Id<'Draft'>): Promise<DraftView> {
    const [found] = await this.mine({ id });
    if (!found) throw new RowNotFound('Draft', id);
    return found;
  }
}
