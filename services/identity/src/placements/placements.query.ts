import { notFound, parseId, type Id } from '@fc/domain-kernel';
import { CountyDb } from '@fc/tenancy';
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
