import { Clock, notFound, type Id, type Temporal } from '@fc/domain-kernel';
import type { ContactChannel } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { isKnownTo } from '../case-assignments/on-case.ts';
import { ContactRule } from './contact-rule.entity.ts';
import { ContactAnswerView, ContactRuleView } from './contact-rule.view.ts';
import { survivingPair } from './every-record.ts';
import { requireKeepsLedger } from './keeps-ledger.ts';
import { mayContact } from './may-contact.ts';

/** Reads the contact ledger: its rules for those who keep it, and a bare yes or no for the people concerned. */
@Injectable()
export class ContactLedger {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** Ended ones too, oldest first. Who read them is written down. */
  rules(personIds: readonly Id<'Person'>[]): Promise<ContactRuleView[]> {
    return this.db.read(async (reader) => {
      const pair = await survivingPair(reader, personIds);
      await requireKeepsLedger(reader, pair);
      const rows = await reader.rows(ContactRule, { first: pair[0], second: pair[1] }, { orderBy: { id: 'asc' } });
      await this.db.auditProtectedRead('contactRules', 'ContactRule', rows.map((rule) => rule.id));
      return rows.map(ContactRuleView.from);
    });
  }

  rule(id: Id<'ContactRule'>): Promise<ContactRuleView> {
    return this.db.read(async (reader) => ContactRuleView.from(await reader.getRow(ContactRule, id)));
  }

  /** For whoever may see both of the two. Now, unless another moment is named. */
  answer(personIds: readonly Id<'Person'>[], channel: ContactChannel, at?: Temporal.Instant | null): Promise<ContactAnswerView> {
    return this.db.read(async (reader) => {
      const pair = await survivingPair(reader, personIds);
      for (const personId of pair) if (!(await isKnownTo(reader, personId))) throw notFound('person');
      return ContactAnswerView.of(await mayContact(reader, pair, channel, at ?? this.clock.now()));
    });
  }
}
