import { Role } from '@fc/auth';
import { Clock, isId, Temporal, type Id } from '@fc/domain-kernel';
import { cursorOf, Instant, invalidCursor, PageArgs, requirePageSize, textOfCursor, type Page } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ArgsType, Field, Int } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { amongThemselves, overseen } from './deadline-kind.ts';
import { Deadline, unexplained } from './deadline.entity.ts';
import { WorkItemView } from './work-item.view.ts';

/** How many things a page may hold: a coordinator's week of 200 connections in one, with as much on each as is due in its first days. */
const longestPage = 1_000;

@ArgsType()
export class WorkArgs extends PageArgs {
  @Field(() => Int, { defaultValue: 50, description: `How many at most, up to ${longestPage}.` })
  override first!: number;

  @Field(() => Instant, { nullable: true, description: 'Only what is due before then; for a week, seven days from now.' })
  dueBefore?: Temporal.Instant | null;
}

/**
 * Somebody's own work, by their roles on a connection or by name, or all of the county's. What nobody has done yet stands on the list of
 * whoever was told of it too, unless there is an appointment by now. What somebody promised in a family meeting
 * stays on their list while they may know of that meeting: on the connection, in the county's office, as a relative or another parent.
 */
const whose = {
  MINE: `deadline.id in (
    select due.id from circle_member member join deadline due on due.connection_id = member.connection_id and member.role = any (due.doers) where member.person_id = ?
    union
    select told.id from circle_member member join deadline told on told.connection_id = member.connection_id
      join (values ${overseen.map(({ kind, reached, role }) => `('${kind}', '${reached}', '${role}')`).join(', ')}) overseen (kind, reached, role)
        on overseen.kind = told.kind and overseen.reached = told.reached and overseen.role = member.role
     where member.person_id = ? and told.status = 'OPEN' and (told.planned_for is null or told.reached = 'MISSED')
    union
    select own.id from deadline own join family_decision decision on decision.id = own.subject_id join family_meeting meeting on meeting.id = decision.meeting_id
     where own.doer_id = ?
       and (?::boolean or meeting.other_parent_ids || meeting.relative_ids @> array[own.doer_id::text]
         or exists (select 1 from circle_member member where member.connection_id = own.connection_id and member.person_id = own.doer_id)))`,
  COUNTY: `not deadline.kind = any (string_to_array('${amongThemselves.join()}', ','))`,
} as const;

/** Lists what is due, the soonest first, in three statements however long the page is. */
@Injectable()
export class WorkLists {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** What the acting person is to do, by the roles in which they are on a connection or because they promised it. */
  mine(args: WorkArgs): Promise<Page<WorkItemView>> {
    return this.db.read((reader) => {
      const me = actingPerson(reader);
      const isOffice = reader.context.actor.roles.includes(Role.COORDINATOR) || reader.context.actor.roles.includes(Role.PROGRAM_SUPERVISOR);
      return this.#page(reader, args, 'MINE', [me, me, me, String(isOffice)]);
    });
  }

  /** Whatever is due in the county. */
  ofCounty(args: WorkArgs): Promise<Page<WorkItemView>> {
    return this.db.read((reader) => this.#page(reader, args, 'COUNTY', []));
  }

  async #page(reader: Reader, { first, after, dueBefore }: WorkArgs, scope: keyof typeof whose, parameters: readonly string[]): Promise<Page<WorkItemView>> {
    requirePageSize(first, longestPage);
    const [behindAt, behindId] = after ? placeOf(after) : ['-infinity', '00000000-0000-0000-0000-000000000000'];
    const wanted = [...parameters, behindAt, behindId, dueBefore?.toString() ?? 'infinity', first + 1];
    const ofThose = (which: string): string => `(select id, closes_at from deadline where ${which} and ${whose[scope]} and (closes_at, id) > (?::timestamptz, ?::uuid) and closes_at < ?::timestamptz order by closes_at, id limit ?)`;
    const ids = await reader.sql<{ id: Id<'Deadline'> }>(`select id from (${ofThose(`status = 'OPEN'`)} union all ${ofThose(unexplained)}) listed order by closes_at, id limit ?`, [...wanted, ...wanted, first + 1]);
    const rows = await reader.rows(Deadline, { id: { $in: ids.slice(0, first).map(({ id }) => id) } }, { orderBy: [{ closesAt: 'asc' }, { id: 'asc' }] });
    const doers = await doersOf(reader, rows);
    const now = this.clock.now();
    const last = rows.at(-1);
    return {
      nodes: rows.map((row) => WorkItemView.from(row, { doers: doers.get(row.id) ?? [], now, isPrivate: scope === 'COUNTY' })),
      pageInfo: { hasNextPage: ids.length > first, endCursor: last ? cursorOf(`${last.closesAt.toString()} ${last.id}`) : null },
    };
  }
}

/** Who is to do each of these: the person whom it names, or the people on its connection in the roles that it names. */
async function doersOf(reader: Reader, rows: readonly Row<Deadline>[]): Promise<Map<string, Id<'Person'>[]>> {
  const connections = [...new Set(rows.map(({ connectionId }) => connectionId))].join();
  const found = await reader.sql<{ id: string; person_id: Id<'Person'> }>(
    `select distinct deadline.id, member.person_id from deadline join circle_member member on member.connection_id = deadline.connection_id and member.role = any (deadline.doers)
      where deadline.id = any (string_to_array(?, ',')::uuid[]) and member.connection_id = any (string_to_array(?, ',')::uuid[]) order by 1, 2`,
    [rows.map(({ id }) => id).join(), connections],
  );
  const doers = new Map<string, Id<'Person'>[]>();
  for (const { id, doerId } of rows) if (doerId) doers.set(id, [doerId]);
  for (const { id, person_id } of found) doers.set(id, [...(doers.get(id) ?? []), person_id]);
  return doers;
}

function placeOf(cursor: string): readonly [string, string] {
  const [at = '', id = ''] = textOfCursor(cursor).split(' ');
  if (!isId(id) || Number.isNaN(Date.parse(at))) throw invalidCursor();
  return [at, id];
}
