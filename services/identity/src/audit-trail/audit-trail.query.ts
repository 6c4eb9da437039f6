import { DomainError } from '@fc/domain-kernel';
import type { Page, PageArgs } from '@fc/subgraph';
import { AuditEntry, CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { AuditEntryView } from './audit-entry.view.ts';

const longestPage = 100;

/** Reads this service's part of the county's trail. */
@Injectable()
export class AuditTrail {
  constructor(private readonly db: CountyDb) {}

  /** Newest first: the last thing that happened is the one asked about. Looking is itself written down. Throws `INVALID_PAGE_SIZE`, `INVALID_CURSOR`. */
  page({ first, after }: PageArgs): Promise<Page<AuditEntryView>> {
    if (first < 1 || first > longestPage) throw new DomainError('INVALID_PAGE_SIZE', `A page holds 1 to ${longestPage}.`);
    const before = after ? { sequence: { $lt: sequenceOf(after) } } : {};
    return this.db.read(async (reader) => {
      const rows = await reader.rows(AuditEntry, before, { orderBy: { sequence: 'desc' }, limit: first + 1 });
      await this.db.auditProtectedRead('identityAuditTrail', 'AuditEntry', []);
      const shown = rows.slice(0, first);
      const last = shown.at(-1);
      return { nodes: shown.map(AuditEntryView.from), pageInfo: { hasNextPage: rows.length > first, endCursor: last ? Buffer.from(String(last.sequence)).toString('base64url') : null } };
    });
  }
}

function sequenceOf(cursor: string): string {
  const sequence = Buffer.from(cursor, 'base64url').toString();
  if (!/^\d{1,18}$/.test(sequence)) throw new DomainError('INVALID_CURSOR', 'This page cannot be found again. Begin with the first page.');
  return sequence;
}
