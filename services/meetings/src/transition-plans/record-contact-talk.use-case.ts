import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, requireContact, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { earliestStay } from '../projections/earliest-stay.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { knownPlan, planKeepers } from './known-plan.ts';
import { ContactTalk, TransitionPlan } from './transition-plan.entity.ts';

@InputType()
export class RecordContactTalkInput {
  @Field(() => UUID)
  transitionPlanId!: Id<'TransitionPlan'>;

  @Field(() => Instant)
  talkedAt!: Temporal.Instant;

  @Field(() => ContactTalk, { description: 'TOGETHER: both families at one table, as far as the contact ledger permits it. SEPARATELY: with each by itself; what was said then stays with the staff.' })
  how!: ContactTalk;

  @Field(() => String, { description: 'What they wish for afterwards, and what they do not.' })
  text!: string;
}

/** The two families have talked about contact afterwards, at one table or each by itself. */
@Injectable()
export class RecordContactTalk {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ transitionPlanId, ...record }: RecordContactTalkInput): Promise<Id<'TransitionPlan'>> {
    return this.db.transact(async (tx) => {
      const { plan } = await knownPlan(tx, transitionPlanId, ...planKeepers);
      const connection = await tx.get(FamilyConnection, plan.connectionId);
      if (record.how === ContactTalk.TOGETHER) await requireContact(tx, connection.contact('IN_PERSON', record.talkedAt));
      const from = await earliestStay(tx, connection);
      (await tx.lock(TransitionPlan, transitionPlanId)).talkedAboutContactAfter(record, { from, now: this.clock.now() });
      return transitionPlanId;
    });
  }
}
