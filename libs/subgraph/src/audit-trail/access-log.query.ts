import { Role } from '@fc/auth';
import { DomainError } from '@fc/domain-kernel';
import { countyContext, CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { cursorOf, requirePageSize, textOfCursor, type Page, type PageArgs } from '../graphql/paging.ts';
import { AccessLogEntryView, type AccessLogRow } from './access-log.view.ts';
import { holding } from './audit-trail.query.ts';

/** What a person is told of each kind of record, by the name of its entity. */
export class AccessLogWords {
  constructor(readonly byKind: Readonly<Record<string, string>>) {}
}

/** Of somebody with several roles the first of these is told. */
const rolesInOrder: readonly string[] = Object.values(Role);

/**
 * What a person may know of who else saw or changed what a service keeps of them by name. It tells only what is harmless by name:
 * an entry that touched anything without words, which is so for whatever belongs to a contact prohibition, an investigation,
 * an address program or a treatment court, is left out whole, and so is what a service did by itself, for it may follow from
 * one. Each day, role and kind stands once, and pages are cut afterwards: nothing shows that something was left out.
 */
@Injectable()
export class AccessLog {
  constructor(
    private readonly db: CountyDb,
    private readonly words: AccessLogWords,
  ) {}

  /** Newest day first. Throws `INVALID_PAGE_SIZE`, `INVALID_CURSOR`. */
  page({ first, after }: PageArgs): Promise<Page<AccessLogEntryView>> {
    requirePageSize(first);
    const { person } = countyContext().actor;
    if (!person) throw new DomainError('UNKNOWN_PERSON', 'Your account is not linked to anybody in this county yet.');
    return this.db.read(async (reader) => {
      const rows = await this.#rows(reader, person, first + 1, after ? rowOf(after) : undefined);
      const shown = rows.slice(0, first);
      const last = shown.at(-1);
      const endCursor = last ? cursorOf(JSON.stringify([last.day, last.role, last.what])) : null;
      return { nodes: shown.map(AccessLogEntryView.from), pageInfo: { hasNextPage: rows.length > first, endCursor } };
    });
  }

  #rows(reader: Reader, person: string, limit: number, behind: AccessLogRow | undefined): Promise<AccessLogRow[]> {
    const [itself, about] = holding(person).map((pattern) => JSON.stringify(pattern));
    const { day = null, role = null, what = null } = behind ?? {};
    return reader.sql<AccessLogRow>(
      `with words as (select key as kind, value as what from jsonb_each_text(?::jsonb)),
       line as (
         select distinct to_char(entry.at at time zone ?, 'YYYY-MM-DD') as day, told.role, words.what
           from audit_entry entry
           cross join lateral (select role from unnest(entry.roles) role order by array_position(string_to_array(?, ','), role) limit 1) told
           cross join lateral jsonb_array_elements(entry.records) record
           join words on words.kind = record ->> 'record'
          where (entry.records @> ?::jsonb or entry.records @> ?::jsonb)
            and entry.outcome in ('DONE', 'READ') and entry.actor_kind = 'user' and entry.person <> ?
            and (record ->> 'id' = ? or record -> 'about' @> to_jsonb(?::text))
            and not exists (select from jsonb_array_elements(entry.records) other where other ->> 'record' not in (select kind from words)))
       select day, role, what from line
        where ?::text is null or day < ? or (day = ? and (role, what) > (?, ?))
        order by day desc, role, what limit ?`,
      [JSON.stringify(this.words.byKind), reader.context.county.timeZone, rolesInOrder.join(','), itself, about, person, person, person, day, day, day, role, what, limit],
    );
  }
}

function rowOf(cursor: string): AccessLogRow {
  try {
    const [day, role, what] = JSON.parse(textOfCursor(cursor)) as string[];
    if (day && role && what) return { day, role: role as Role, what };
  } catch {
    // Falls through to the refusal.
  }
  throw new DomainError('INVALID_CURSOR', 'This page cannot be found again. Begin with the first page.');
}
