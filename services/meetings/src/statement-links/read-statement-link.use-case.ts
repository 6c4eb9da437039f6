import { Clock } from '@fc/domain-kernel';
import { hashOfLink, LinkTokens } from '@fc/subgraph';
import { CountyDb, runInCounty } from '@fc/tenancy';
import { Registry } from '@fc/tenancy/registry';
import { Injectable } from '@nestjs/common';
import { SharedStatement } from '../agreements/shared-statement.entity.ts';
import { StatementLink } from './statement-link.entity.ts';

const action = 'readSharedStatementByLink';

/** Reads the statement behind a link, and notes when that was first done. The county is the one that sealed its token. */
@Injectable()
export class ReadStatementLink {
  constructor(
    private readonly db: CountyDb,
    private readonly registry: Registry,
    private readonly tokens: LinkTokens,
    private readonly clock: Clock,
  ) {}

  /** Null for every link that opens nothing; of the reasons it tells none. */
  async run({ token, correlationId }: { readonly token: string; readonly correlationId: string }): Promise<string | null> {
    const county = this.tokens.countyOf(token, this.registry.counties());
    if (county?.status !== 'ACTIVE') return null;
    return runInCounty({ county, actor: { person: null, kind: 'capability-link', roles: [] }, action, correlationId }, () =>
      this.db.transact(async (tx) => {
        const known = await tx.first(StatementLink, { tokenHash: hashOfLink(token), county: county.slug });
        if (!known) return null;
        const link = await tx.lock(StatementLink, known.id);
        if (!link.read(this.clock.now())) return null;
        const { text } = await tx.getRow(SharedStatement, link.statementId);
        return text || null; // erased words open nothing
      }),
    );
  }
}
