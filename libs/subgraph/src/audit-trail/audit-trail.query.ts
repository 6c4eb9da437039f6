import { Role } from '@fc/auth';
import { DomainError, forbidden, parseId } from '@fc/domain-kernel';
import { AuditEntry, CountyDb, type FilterQuery } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ArgsType, Field } from '@nestjs/graphql';
import { cursorOf, PageArgs, requirePageSize, textOfCursor, type Page } from '../graphql/paging.ts';
import { UUID } from '../graphql/scalars.ts';
import { AuditEntryView } from './audit-entry.view.ts';

@ArgsType()
export class AuditTrailArgs extends PageArgs {
  @Field(() => UUID, { nullable: true, description: 'What this person did, or a service for them.' })
  personId?: string | null;

  @Field(() => UUID, { nullable: true, description: 'What was done to this record, or to any that is about it: a person, a child, a connection.' })
  recordId?: string | null;
}

/** The queries and mutations of which the trail tells a program supervisor alone. */
export class SupervisorsAlone {
  /** Finds one of them in an entry's action, which may name several fields of one request; null where there is none. */
  readonly pattern: string | null;

  constructor(actions: readonly string[]) {
    this.pattern = actions.length > 0 ? `\\m(${actions.join('|')})\\M` : null;
  }
}

/** Reads a service's part of the county's trail. */
@Injectable()
export class AuditTrail {
  constructor(
    private readonly db: CountyDb,
    private readonly supervisorsAlone: SupervisorsAlone,
  ) {}

  /**
   * Newest first: the last thing that happened is the one asked about. Looking is itself written down. Throws
   * `INVALID_PAGE_SIZE`, `INVALID_CURSOR`, and `FORBIDDEN` for a coordinator who names neither a person nor a record.
   */
  page({ first, after, personId, recordId }: AuditTrailArgs): Promise<Page<AuditEntryView>> {
    requirePageSize(first);
    return this.db.read(async (reader) => {
      const isSupervisor = reader.context.actor.roles.includes(Role.PROGRAM_SUPERVISOR);
      if (!personId && !recordId && !isSupervisor) throw forbidden('Name the person or the record that you ask about; the whole trail is for a program supervisor.');
      const where: FilterQuery<AuditEntry>[] = [];
      if (!isSupervisor && this.supervisorsAlone.pattern) where.push({ $not: { action: { $re: this.supervisorsAlone.pattern } } });
      if (after) where.push({ sequence: { $lt: sequenceOf(after) } });
      if (personId) where.push({ person: parseId<'Person'>(personId) });
      if (recordId) where.push({ $or: holding(recordId).map((records) => ({ records: { $contains: records } })) } as FilterQuery<AuditEntry>); // a JSON column is compared as JSON
      const rows = await reader.rows(AuditEntry, { $and: where }, { orderBy: { sequence: 'desc' }, limit: first + 1 });
      await this.db.auditProtectedRead(reader.context.action, 'AuditEntry', [personId, recordId].filter((id) => id != null));
      const shown = rows.slice(0, first);
      const last = shown.at(-1);
      return { nodes: shown.map(AuditEntryView.from), pageInfo: { hasNextPage: rows.length > first, endCursor: last ? cursorOf(String(last.sequence)) : null } };
    });
  }
}

/** Either the record itself, or one that names it. */
export const holding = (id: string): readonly object[] => [[{ id }], [{ about: [id] }]];

const sequenceOf = (cursor: string): string => {
  const sequence = textOfCursor(cursor);
  if (!/^\d{1,18}$/.test(sequence)) throw new DomainError('INVALID_CURSOR', 'This page cannot be found again. Begin with the first page.');
  return sequence;
};
