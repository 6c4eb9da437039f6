import { Role } from '@fc/auth';
import { Clock, relativeNoticeWindow, windowState, type Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { requireOnCaseAs } from '../case-assignments/on-case.ts';
import { FosterCareEpisode } from '../placements/foster-care-episode.entity.ts';
import { dueEpisodes } from './due-notices.ts';
import { Relative } from './relative.entity.ts';
import { RelativeSearch } from './relative-search.entity.ts';
import { NoticeState, RelativeNoticeDueView, RelativeSearchStepView, RelativeView, type NoticeClock } from './relatives.views.ts';

const ofMyCases = `
     and exists (select 1 from case_assignment mine where mine.child_id = episode.child_id and mine.person_id = ? and mine.ends_at is null
                  and mine.role in ('CASEWORKER', 'CASEWORKER_SUPERVISOR'))`;

/** Reads a child's relatives and the search for them, for those who work on the case. */
@Injectable()
export class Relatives {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  ofChild(childId: Id<'Child'>): Promise<RelativeView[]> {
    return this.db.read(async (reader) => {
      await requireOnCaseAs(reader, childId);
      const [episode] = await reader.rows(FosterCareEpisode, { childId }, { orderBy: { removedAt: 'desc' }, limit: 1 });
      const rows = await reader.rows(Relative, { childId }, { orderBy: { id: 'asc' } });
      return rows.map((row) => RelativeView.from(row, this.#clock(reader, episode)));
    });
  }

  searchOf(childId: Id<'Child'>): Promise<RelativeSearchStepView[]> {
    return this.db.read(async (reader) => {
      await requireOnCaseAs(reader, childId);
      return (await reader.rows(RelativeSearch, { childId }, { orderBy: { searchedAt: 'asc' } })).map(RelativeSearchStepView.from);
    });
  }

  /** Those that a command has just let the acting person write. */
  byIds(ids: readonly Id<'Relative'>[]): Promise<RelativeView[]> {
    return this.db.read(async (reader) => {
      const rows = await reader.rows(Relative, { id: { $in: [...ids] } }, { orderBy: { id: 'asc' } });
      const episodes = await reader.rows(FosterCareEpisode, { childId: { $in: rows.map((row) => row.childId) } }, { orderBy: { removedAt: 'desc' } });
      return rows.map((row) => RelativeView.from(row, this.#clock(reader, episodes.find((episode) => episode.childId === row.childId))));
    });
  }

  searchByIds(ids: readonly Id<'RelativeSearch'>[]): Promise<RelativeSearchStepView[]> {
    return this.db.read(async (reader) => (await reader.rows(RelativeSearch, { id: { $in: [...ids] } }, { orderBy: { id: 'asc' } })).map(RelativeSearchStepView.from));
  }

  /** Of the acting person's cases; of the county for those who see it. */
  due(args: PageArgs): Promise<Page<RelativeNoticeDueView>> {
    return this.db.read(async (reader) => {
      const { person, roles } = reader.context.actor;
      const wholeCounty = roles.includes(Role.COORDINATOR) || roles.includes(Role.PROGRAM_SUPERVISOR);
      const due = await reader.sql<{ id: Id<'FosterCareEpisode'> }>(wholeCounty ? dueEpisodes : dueEpisodes + ofMyCases, wholeCounty ? [] : [person]);
      const { nodes, pageInfo } = await readPage(reader, FosterCareEpisode, { id: { $in: due.map(({ id }) => id) } }, args, (episode) => episode);
      const open = await reader.rows(Relative, { childId: { $in: nodes.map(({ childId }) => childId) }, noticeSentAt: null, noticeWaivedBecause: null }, { orderBy: { id: 'asc' } });
      return { nodes: nodes.map((episode) => this.#due(reader, episode, open)), pageInfo };
    });
  }

  #due(reader: Reader, episode: Row<FosterCareEpisode>, open: readonly Row<Relative>[]): RelativeNoticeDueView {
    const clock = this.#clock(reader, episode);
    const relatives = open.filter(({ childId }) => childId === episode.childId).map((row) => RelativeView.from(row, clock));
    const window = clock.window!; // there is a removal
    return Object.assign(new RelativeNoticeDueView(), {
      episodeId: episode.id,
      childId: episode.childId,
      dueBy: window.closes,
      state: windowState(window, clock.now) === 'MISSED' ? NoticeState.MISSED : NoticeState.DUE,
      relatives: relatives.filter(({ noticeState }) => noticeState !== NoticeState.NOT_NEEDED),
    });
  }

  #clock(reader: Reader, episode: Row<FosterCareEpisode> | undefined): NoticeClock {
    const { timeZone: zone, settings } = reader.context.county;
    const window = episode ? relativeNoticeWindow({ removedAt: { at: episode.removedAt, precision: episode.removedPrecision }, zone }) : null;
    return { window, now: this.clock.now(), labels: settings.kinshipLabels };
  }
}
