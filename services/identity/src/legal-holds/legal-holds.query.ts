import { DomainError, type Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { isHeld } from './held.ts';
import { LegalHold } from './legal-hold.entity.ts';
import { LegalHoldView } from './legal-hold.view.ts';

/** About how many people one question asks at most: as many as a report of what is due names. */
const most = 100;

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

  /** Those of these people whose records a hold keeps. Who asked is written down. Throws `IDENTITY.TOO_MANY_PEOPLE`. */
  keeping(personIds: readonly Id<'Person'>[]): Promise<Id<'Person'>[]> {
    if (personIds.length > most) throw new DomainError('IDENTITY.TOO_MANY_PEOPLE', `Ask about ${most} people at a time.`);
    return this.db.read(async (reader) => {
      const held: Id<'Person'>[] = [];
      for (const id of new Set(personIds)) if (await isHeld(reader, id)) held.push(id);
      await this.db.auditProtectedRead('underLegalHold', 'LegalHold', held, held);
      return held;
    });
  }

  byId(id: Id<'LegalHold'>): Promise<LegalHoldView> {
    return this.db.read(async (reader) => LegalHoldView.from(await reader.getRow(LegalHold, id)));
  }
}
