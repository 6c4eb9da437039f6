import { notFound, parseId, type Id } from '@fc/domain-kernel';
import { CountyDb, RowNotFound } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { maySeeChild } from '../case-assignments/on-case.ts';
import { FosterCareEpisode } from './foster-care-episode.entity.ts';
import { Placement } from './placement.entity.ts';
import { FosterCareEpisodeView, PlacementView } from './placements.views.ts';

/** Reads episodes and placements; by child for whoever is on the child's case. */
@Injectable()
export class Placements {
  constructor(private readonly db: CountyDb) {}

  ofChild(id: string): Promise<PlacementView[]> {
    return this.db.read(async (reader) => {
      const childId: Id<'Child'> = parseId(id);
      if (!(await maySeeChild(reader, childId))) throw notFound('child');
      return (await reader.rows(Placement, { childId }, { orderBy: { startedAt: 'asc' } })).map(PlacementView.from);
    });
  }

  /** Throws `NOT_FOUND` for whoever may not see the child, as if there were no such placement. */
  visible(id: string): Promise<PlacementView> {
    return this.db.read(async (reader) => {
      const placement = await reader.getRow(Placement, parseId(id));
      if (!(await maySeeChild(reader, placement.childId))) throw new RowNotFound('Placement', id);
      return PlacementView.from(placement);
    });
  }

  /** As `visible`. */
  visibleEpisode(id: string): Promise<FosterCareEpisodeView> {
    return this.db.read(async (reader) => {
      const episode = await reader.getRow(FosterCareEpisode, parseId(id));
      if (!(await maySeeChild(reader, episode.childId))) throw new RowNotFound('FosterCareEpisode', id);
      return FosterCareEpisodeView.from(episode);
    });
  }

  byId(id: Id<'Placement'>): Promise<PlacementView> {
    return this.db.read(async (reader) => PlacementView.from(await reader.getRow(Placement, id)));
  }

  byIds(ids: Id<'Placement'>[]): Promise<PlacementView[]> {
    return this.db.read(async (reader) => (await reader.rows(Placement, { id: { $in: ids } }, { orderBy: { id: 'asc' } })).map(PlacementView.from));
  }

  episodeById(id: Id<'FosterCareEpisode'>): Promise<FosterCareEpisodeView> {
    return this.db.read(async (reader) => FosterCareEpisodeView.from(await reader.getRow(FosterCareEpisode, id)));
  }

  episodesByIds(ids: Id<'FosterCareEpisode'>[]): Promise<FosterCareEpisodeView[]> {
    return this.db.read(async (reader) => (await reader.rows(FosterCareEpisode, { id: { $in: ids } }, { orderBy: { id: 'asc' } })).map(FosterCareEpisodeView.from));
  }
}
