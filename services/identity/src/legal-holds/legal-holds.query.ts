import type { Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { LegalHold } from './legal-hold.entity.ts';
import { LegalHoldView } from './legal-hold.view.ts';

@Injectable()
export class LegalHolds {
  constructor(private readonly db: CountyDb) {}

  /** Lifted ones too. Who read them is written down: they tell of lawsuits. */
  page(args: PageArgs): Promise<Page<LegalHoldView>> {
    return this.db.read(async (reader) => {
      const page = await readPage(reader, LegalHold, {}, args, LegalHoldView.from);
      await this.db.auditProtectedRead('legalHolds', 'LegalHold', page.nodes.map(({ id }) => id));
      return page;
    });
  }

  byId(id: Id<'LegalHold'>): Promise<LegalHoldView> {
    return this.db.read(async (reader) => LegalHoldView.from(await reader.getRow(LegalHold, id)));
  }
}
