import { Clock, type Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, type FilterQuery } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { isOwn } from './own-story.ts';
import { Story } from './story.entity.ts';
import { StoryInHandView, StoryView } from './stories.views.ts';

/** Reads stories: those that are published for everybody of the county, the others for whose they are and who reviews them. */
@Injectable()
export class Stories {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  published(args: PageArgs): Promise<Page<StoryView>> {
    return this.db.read((reader) => readPage(reader, Story, { status: 'PUBLISHED', ...this.#stillReleased() }, args, StoryView.from));
  }

  toReview(args: PageArgs): Promise<Page<StoryInHandView>> {
    return this.db.read((reader) => readPage(reader, Story, { status: 'RELEASED', ...this.#stillReleased() }, args, StoryInHandView.from));
  }

  /** Those that the acting person tells or has written down, newest first. */
  mine(): Promise<StoryInHandView[]> {
    return this.db.read(async (reader) => {
      const me = reader.context.actor.person as Id<'Person'>;
      const rows = await reader.rows(Story, { $or: [{ tellerId: me }, { recordedBy: me }] }, { orderBy: { id: 'desc' }, limit: 100 });
      const own = await Promise.all(rows.map((row) => isOwn(reader, row))); // who wrote one down may be on the case no longer
      return rows.filter((_, at) => own[at]).map((row) => StoryInHandView.from(row));
    });
  }

  /** For whoever has just been let to it by a command. */
  byId(id: Id<'Story'>): Promise<StoryInHandView> {
    return this.db.read(async (reader) => StoryInHandView.from(await reader.getRow(Story, id)));
  }

  #stillReleased(): { $or: FilterQuery<Story>[] } {
    return { $or: [{ releasedUntil: null }, { releasedUntil: { $gt: this.clock.now() } }] };
  }
}
