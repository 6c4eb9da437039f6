import type { Id } from '@fc/domain-kernel';
import { CountyDb, countyContext, RowNotFound, type FilterQuery, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { SharedStatement } from '../agreements/shared-statement.entity.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { readableLanguages } from '../wordings/readable-languages.ts';
import { HearingFinding } from './hearing-finding.entity.ts';
import { HearingPreparation } from './hearing-preparation.entity.ts';
import { tasksFor } from './hearing-tasks.ts';
import { expected, hearingReader, isExpectedAt } from './known-hearing.ts';
import { ReviewHearing } from './review-hearing.entity.ts';
import { ReviewHearingTypeView, ReviewHearingView, type HearingParts } from './review-hearing.view.ts';

/** How many reviews somebody's own list holds at most. */
const longest = 100;

/** Reads reviews, each for those whom it concerns. */
@Injectable()
export class ReviewHearings {
  constructor(private readonly db: CountyDb) {}

  /** Those that the county has; of a Citizen Review Board only where there is one. */
  typesOfCounty(): ReviewHearingTypeView[] {
    const { citizenReviewBoard, reviewHearingTypes } = countyContext().county.settings;
    return reviewHearingTypes.filter(({ by }) => by === 'COURT' || citizenReviewBoard).map(({ key, name, by: kind }) => Object.assign(new ReviewHearingTypeView(), { key, name, kind }));
  }

  /** By their time; none for whoever has no part in them. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<ReviewHearingView[]> {
    return this.db.read((reader) => known(reader, connectionId, {}));
  }

  /** Those at which the acting person is to be or was, on whatever connection, the next or last first. */
  ofActing(): Promise<ReviewHearingView[]> {
    return this.db.read(async (reader) => {
      const mine = await reader.sql<{ id: Id<'ReviewHearing'>; connection_id: Id<'FamilyConnection'> }>(
        `select hearing.id, hearing.connection_id from (select ?::uuid as person_id) asked join review_hearing hearing on ${isExpectedAt} order by hearing.scheduled_for desc limit ${longest}`,
        [actingPerson(reader)],
      );
      const found: ReviewHearingView[] = [];
      for (const connectionId of new Set(mine.map((each) => each.connection_id))) found.push(...(await known(reader, connectionId, { id: { $in: mine.map(({ id }) => id) } })));
      const order = mine.map(({ id }) => id);
      return found.sort((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
    });
  }

  byId(id: Id<'ReviewHearing'>): Promise<ReviewHearingView> {
    return this.db.read(async (reader) => {
      const { connectionId } = await reader.getRow(ReviewHearing, id);
      const [found] = await known(reader, connectionId, { id });
      if (!found) throw new RowNotFound('ReviewHearing', id);
      return found;
    });
  }
}

async function known(reader: Reader, connectionId: Id<'FamilyConnection'>, where: FilterQuery<ReviewHearing>): Promise<ReviewHearingView[]> {
  const { held, isCaregiver, mayKnow } = await hearingReader(reader, connectionId);
  const hearings: Row<ReviewHearing>[] = [];
  if (held.length > 0) for (const hearing of await reader.rows(ReviewHearing, { $and: [{ connectionId }, where] }, { orderBy: { scheduledFor: 'asc' } })) if (await mayKnow(hearing)) hearings.push(hearing);
  if (hearings.length === 0) return [];
  const hearingId = { $in: hearings.map(({ id }) => id) };
  const findings = await reader.rows(HearingFinding, { hearingId, ...(isCaregiver && { forCaregivers: true }) }, { orderBy: { id: 'asc' } });
  const statements = await reader.rows(SharedStatement, { id: { $in: hearings.flatMap(({ statementId }) => statementId ?? []) } });
  const own = await reader.rows(HearingPreparation, { hearingId, personId: actingPerson(reader) });
  const readable = await readableLanguages(reader, 'HEARING_TASKS');
  return hearings.map((hearing) => {
    const parts: HearingParts = {
      tasks: tasksFor(held),
      readable,
      done: own.find((each) => each.hearingId === hearing.id)?.done ?? [],
      statement: statements.find(({ id }) => id === hearing.statementId),
      findings: findings.filter((each) => each.hearingId === hearing.id),
      isExpected: held.some((role) => expected.includes(role)),
    };
    return ReviewHearingView.from(hearing, parts);
  });
}
