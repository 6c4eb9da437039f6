import { Role, type RoleName } from '@fc/auth';
import { DeadlinesReachedV1, MeetingsNotificationRequestedV1, type EventData } from '@fc/contracts';
import { Clock, newId, type Id, type Temporal } from '@fc/domain-kernel';
import { askToTell } from '@fc/subgraph';
import { CountyDb, CountyJobs, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { mentorRoleOf, type ConnectionSide } from '../projections/connection-side.ts';
import { Deadline } from './deadline.entity.ts';
import { amongThemselves, reminded, type DeadlineKind, type Stage } from './deadline-kind.ts';

/** How many deadlines are looked at in one transaction. */
const batch = 1_000;

/** How many of them one event tells of. */
const atOnce = 250;
type Said = EventData<typeof DeadlinesReachedV1>['deadlines'][number];

/** How long a reminder is news, in hours. */
const newsFor = 24;

interface Reached {
  readonly id: Id<'Deadline'>;
  readonly kind: DeadlineKind;
  readonly connection_id: Id<'FamilyConnection'>;
  readonly child_id: Id<'Child'> | null;
  readonly opens_at: string;
  readonly closes_at: string;
  readonly side: ConnectionSide | null;
  readonly doers: readonly RoleName[];
  readonly planned: boolean;
  readonly before: Stage | null;
  readonly reached: Stage;
}

/**
 * Looks at the deadlines that have come a stage further, says so to other services, and reminds people. Several processes may do so at once: each takes what
 * no other has in hand, so that none is looked at twice. One reminder a person and day at most, whatever else comes due: it says
 * only that there is something on their list.
 */
@Injectable()
export class SweepDeadlines {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    jobs: CountyJobs,
  ) {
    jobs.add('sweep-deadlines', () => this.sweep());
  }

  /** Looks at everything in the county that is ready to be looked at. Answers in how many milliseconds the next will be. */
  async sweep(): Promise<number | undefined> {
    for (;;) {
      const wait = await this.#nextIn(); // looked up first, because a county in which nothing happens gets no entry in its trail
      if (wait === undefined || wait > 0) return wait;
      if ((await this.#sweepBatch()) === 0) return undefined; // another process is at it
    }
  }

  async #nextIn(): Promise<number | undefined> {
    const [next] = await this.db.read((reader) => reader.rows(Deadline, { lookAt: { $ne: null } }, { orderBy: { lookAt: 'asc' }, limit: 1 }));
    return next?.lookAt ? Math.ceil(next.lookAt.since(this.clock.now()).total('milliseconds')) : undefined;
  }

  /** Answers how many it looked at. */
  #sweepBatch(): Promise<number> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const moved = await advance(tx, now);
      const news = moved.filter(({ before, reached }) => before !== reached);
      sayReached(tx, news);
      const people = await notRemindedToday(tx, await toRemind(tx, news, now), now);
      askToTell(tx, MeetingsNotificationRequestedV1, people, { template: 'SOMETHING_DUE', expiresAt: now.add({ hours: newsFor }) });
      return moved.length;
    });
  }
}

/** Says to other services how far they have come; what people hold each other to is nobody else's business. */
function sayReached(tx: Transaction, news: readonly Reached[]): void {
  const told = news.filter(({ kind }) => !amongThemselves.includes(kind));
  for (let from = 0; from < told.length; from += atOnce) tx.emit(DeadlinesReachedV1, { batchId: newId<'Batch'>(), deadlines: told.slice(from, from + atOnce).map(asSaid) });
}

const asSaid = ({ id: deadlineId, kind, connection_id: connectionId, child_id: childId, reached: stage, opens_at: opensAt, closes_at: closesAt }: Reached): Said => ({
  ...{ deadlineId, connectionId, childId, stage, opensAt, closesAt },
  kind: kind as Said['kind'], // the rest is among themselves
});

const asText = (instant: string): string => `to_char(deadline.${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/** Moves up to a batch of deadlines to the stage that they have reached by now; what another process has in hand is left to it. */
function advance(tx: Transaction, now: Temporal.Instant): Promise<Reached[]> {
  const closing = 'closes_at - (closes_at - opens_at) / 4';
  return tx.sql<Reached>(
    `with clock as (select ?::timestamptz as now),
          ready as (select id, reached as before from deadline, clock where look_at <= clock.now order by look_at limit ${batch} for update of deadline skip locked)
     update deadline set
            reached = case when closes_at <= clock.now then 'MISSED' when ${closing} <= clock.now then 'CLOSING' else 'DUE' end,
            look_at = case when closes_at <= clock.now then null when ${closing} <= clock.now then closes_at else ${closing} end
       from ready, clock where deadline.id = ready.id
     returning deadline.id, kind, connection_id, child_id, ${asText('opens_at')} as opens_at, ${asText('closes_at')} as closes_at, side, doers, planned_for is not null as planned, before, reached`,
    [now.toString()],
  );
}

/** Whom these stages concern; an appointment that is made needs no reminder before it is missed. */
async function toRemind(tx: Transaction, news: readonly Reached[], now: Temporal.Instant): Promise<Id<'Person'>[]> {
  const wanted = news.filter(({ planned, reached }) => !planned || reached === 'MISSED').flatMap((one) => audienceOf(one).map((role) => ({ connection: one.connection_id, role })));
  const ofCounty = wanted.some(({ role }) => role === Role.COORDINATOR);
  const onConnections = wanted.filter(({ role }) => role !== Role.COORDINATOR);
  const rows = await tx.sql<{ person_id: Id<'Person'> }>(
    `with wanted as (select * from json_to_recordset(?::json) as one(connection uuid, role text))
     select member.person_id from circle_member member join wanted on wanted.connection = member.connection_id and wanted.role = member.role
      where member.connection_id = any (string_to_array(?, ',')::uuid[])
     union
     select person_id from access_role where ? and role = 'COORDINATOR' and starts_at <= ?::timestamptz and (ends_at is null or ends_at > ?::timestamptz)
     order by person_id`,
    [JSON.stringify(onConnections), [...new Set(onConnections.map(({ connection }) => connection))].join(), ofCounty, now.toString(), now.toString()],
  );
  return rows.map((row) => row.person_id);
}

/** Of the mentors, a talk of one side is its own mentor's. A caregiver who is not to call at present is reminded of no call (R31). */
function audienceOf({ kind, side, doers, reached }: Reached): readonly RoleName[] {
  const roles = reminded[kind][reached].filter((role) => role !== Role.CAREGIVER || doers.includes(role));
  return side ? roles.filter((role) => role === Role.COORDINATOR || role === mentorRoleOf(side)) : roles;
}

/** Those of them whom nothing has reminded today, in the county's own time; from now on something has. */
async function notRemindedToday(tx: Transaction, people: readonly Id<'Person'>[], now: Temporal.Instant): Promise<Id<'Person'>[]> {
  if (people.length === 0) return [];
  const today = now.toZonedDateTimeISO(tx.context.county.timeZone).toPlainDate().toString();
  const rows = await tx.sql<{ person_id: Id<'Person'> }>(
    `insert into reminder_day (person_id, reminded_on) select unnest(string_to_array(?, ',')::uuid[]), ?::date
     on conflict (person_id) do update set reminded_on = excluded.reminded_on where reminder_day.reminded_on < excluded.reminded_on
     returning person_id`,
    [people.join(), today],
  );
  return rows.map((row) => row.person_id);
}
