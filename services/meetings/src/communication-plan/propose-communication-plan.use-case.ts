import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { askToTell, IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { guideMember, otherSide, requireMayTell } from '../guide/guide-member.ts';
import { peopleOn } from '../projections/family-connection.entity.ts';
import { CommunicationPlan } from './communication-plan.entity.ts';
import { noPlanYet } from './communication-plan.errors.ts';
import { CommunicationPlanInput } from './communication-plan.input.ts';
import { requirePlanPossible } from './plan-bounds.ts';

@InputType()
export class ProposeCommunicationPlanInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => CommunicationPlanInput)
  plan!: CommunicationPlanInput;
}

/** How long a proposal is news, in hours. */
const newsFor = 7 * 24;

/** One family proposes another plan in place of the one that holds, which holds until the other family agrees. */
@Injectable()
export class ProposeCommunicationPlan {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: ProposeCommunicationPlanInput): Promise<Id<'CommunicationPlan'>> {
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const { person, side, connection } = await guideMember(tx, input.connectionId);
      await requireMayTell(tx, connection, now);
      const plans = await tx.find(CommunicationPlan, { connectionId: connection.id }, { orderBy: { revision: 'desc' } });
      const newest = plans[0];
      if (!newest || !plans.some(({ agreedAt }) => agreedAt)) throw noPlanYet();
      await requirePlanPossible(tx, connection, input.plan, now);
      const proposed = CommunicationPlan.propose({ connectionId: connection.id, revision: newest.revision + 1, proposedBy: person, proposedSide: side }, input.plan);
      tx.add(proposed);
      askToTell(tx, MeetingsNotificationRequestedV1, peopleOn(otherSide(side), connection), { template: 'SOMETHING_TO_DECIDE', expiresAt: now.add({ hours: newsFor }), contact: connection.contact('MESSAGE', now) });
      return proposed.id;
    });
  }
}
