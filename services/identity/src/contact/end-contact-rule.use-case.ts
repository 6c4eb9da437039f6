import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ContactRule, ContactSource } from './contact-rule.entity.ts';
import { endRule } from './every-record.ts';
import { requireKeepsLedger } from './keeps-ledger.ts';

@InputType()
export class EndContactRuleInput {
  @Field(() => UUID)
  ruleId!: Id<'ContactRule'>;

  @Field(() => ContactSource, { defaultValue: ContactSource.CASE_PLAN, description: 'By whose word it ends: the source that said it, or a higher one.' })
  source!: ContactSource;

  @Field(() => String, { nullable: true, description: 'Where that can be found; up to 200 characters.' })
  document?: string | null;
}

/** A prohibition or a permission holds no longer. The end of a prohibition brings nothing back that it suspended. */
@Injectable()
export class EndContactRule {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ ruleId, source, document = null }: EndContactRuleInput): Promise<Id<'ContactRule'>> {
    return this.db.transact(async (tx) => {
      const rule = await tx.get(ContactRule, ruleId);
      await requireKeepsLedger(tx, [rule.first, rule.second], 'contact rule');
      await endRule(tx, rule, this.clock.now(), { source, document });
      return ruleId;
    });
  }
}
