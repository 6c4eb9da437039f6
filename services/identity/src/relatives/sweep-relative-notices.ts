import { Role } from '@fc/auth';
import { RelativeNoticeApproachingV1, RelativeNoticeMissedV1 } from '@fc/contracts';
import { Clock, relativeNoticeWindow, Temporal, type Id } from '@fc/domain-kernel';
import { CountyDb, CountyJobs, type Reader, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { MessageTemplate } from '../notifications/message-template.ts';
import { holdersOf, tellPeople } from '../notifications/tell-people.ts';
import { FosterCareEpisode } from '../placements/foster-care-episode.entity.ts';
import { dueEpisodes } from './due-notices.ts';
import type { NoticeStage } from './relative-notice-told.entity.ts';

/** A notice that is still owed. `next` is the stage of which nobody has been told, and `at` when it is reached. */
interface OwedNotice {
  readonly episodeId: Id<'FosterCareEpisode'>;
  readonly childId: Id<'Child'>;
  readonly removedAt: Temporal.Instant;
  readonly dueBy: Temporal.Instant;
  readonly next: NoticeStage;
  readonly at: Temporal.Instant;
}

/** Of whom nothing is left to tell is not among them. */
const notToldAll = ` and not exists (select 1 from relative_notice_told told where told.episode_id = episode.id and told.removed_at = episode.removed_at and told.stage = 'MISSED')`;

/**
 * Tells the caseworkers of a child and the coordinators that the notice to the relatives is due within its last days, and when it
 * is missed: once each, though several processes look at the same time. How it stands, and for whom, `relativeNoticesDue` says.
 */
@Injectable()
export class SweepRelativeNotices {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    jobs: CountyJobs,
  ) {
    jobs.add('sweep-relative-notices', () => this.sweep());
  }

  /** Answers in how many milliseconds the next stage is reached. */
  async sweep(): Promise<number | undefined> {
    const now = this.clock.now();
    const owed = await this.db.read((reader) => owedNotices(reader, now)); // looked up first, because a county in which nothing happens gets no entry in its trail
    if (owed.some((notice) => isReached(notice, now))) {
      await this.db.transact((tx) => tell(tx, now));
      return 0;
    }
    const waits = owed.map(({ at }) => Math.ceil(at.since(now).total('milliseconds')));
    return waits.length > 0 ? Math.min(...waits) : undefined;
  }
}

async function tell(tx: Transaction, now: Temporal.Instant): Promise<void> {
  const told: OwedNotice[] = [];
  for (const notice of (await owedNotices(tx, now)).filter((one) => isReached(one, now))) if (await isFirstToTell(tx, notice, now)) told.push(notice);
  if (told.length === 0) return;
  for (const { episodeId, childId, dueBy, next } of told) tx.emit(next === 'MISSED' ? RelativeNoticeMissedV1 : RelativeNoticeApproachingV1, { episodeId, childId, dueBy: dueBy.toString() });
  const caseworkers = await tx.sql<{ person_id: Id<'Person'> }>(
    `select distinct person_id from case_assignment where role = 'CASEWORKER' and ends_at is null and child_id = any (string_to_array(?, ',')::uuid[]) order by person_id`,
    [told.map(({ childId }) => childId).join()],
  );
  // However many children it is about, it is one word to each.
  await tellPeople(tx, [...caseworkers.map((row) => row.person_id), ...(await holdersOf(tx, [Role.COORDINATOR], now))], MessageTemplate.SOMETHING_DUE, now);
}

/** Of several processes, whoever commits it first. A stage that was passed over before anybody looked counts as told. */
async function isFirstToTell(tx: Transaction, { episodeId, removedAt, next }: OwedNotice, now: Temporal.Instant): Promise<boolean> {
  const [first] = await tx.sql(`insert into relative_notice_told (episode_id, removed_at, stage, told_at) values (?, ?, ?, ?) on conflict do nothing returning episode_id`, [episodeId, removedAt.toString(), next, now.toString()]);
  return first !== undefined;
}

async function owedNotices(reader: Reader, now: Temporal.Instant): Promise<OwedNotice[]> {
  const zone = reader.context.county.timeZone;
  const due = await reader.sql<{ id: Id<'FosterCareEpisode'>; approached: boolean }>(
    `select owed.id, exists (select 1 from relative_notice_told told join foster_care_episode episode on episode.id = told.episode_id and episode.removed_at = told.removed_at where told.episode_id = owed.id) as approached from (${dueEpisodes}${notToldAll}) owed`,
  );
  const approached = new Set(due.filter((row) => row.approached).map(({ id }) => id));
  const episodes = await reader.rows(FosterCareEpisode, { id: { $in: due.map(({ id }) => id) } }, { orderBy: { id: 'asc' } });
  return episodes.map(({ id: episodeId, childId, removedAt, removedPrecision }) => {
    const { opens, closes: dueBy } = relativeNoticeWindow({ removedAt: { at: removedAt, precision: removedPrecision }, zone });
    const closing = dueBy.subtract({ milliseconds: Math.floor(dueBy.since(opens).total('milliseconds') / 4) });
    const missed = approached.has(episodeId) || Temporal.Instant.compare(dueBy, now) <= 0;
    return { episodeId, childId, removedAt, dueBy, next: missed ? 'MISSED' : 'APPROACHING', at: missed ? dueBy : closing };
  });
}

const isReached = ({ at }: OwedNotice, now: Temporal.Instant): boolean => Temporal.Instant.compare(at, now) <= 0;
