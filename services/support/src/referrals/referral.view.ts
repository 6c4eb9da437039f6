import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ReferralOutcome, ReferralStatus, ResourceNeed, type ResourceReferral } from './resource-referral.entity.ts';

registerEnumType(ResourceNeed, { name: 'ResourceNeed' });
registerEnumType(ReferralStatus, { name: 'ReferralStatus' });
registerEnumType(ReferralOutcome, { name: 'ReferralOutcome', description: 'DECLINED: the person did not want it, which is as good an end as any other.' });

@ObjectType('ResourceReferral', { description: 'A person is shown the way to a community service. For the person and whoever made it.' })
export class ReferralView {
  @Field(() => UUID)
  id!: Id<'ResourceReferral'>;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => UUID)
  referredById!: Id<'Person'>;

  @Field(() => String)
  serviceName!: string;

  @Field(() => ResourceNeed)
  need!: `${ResourceNeed}`;

  @Field(() => ReferralStatus)
  status!: `${ReferralStatus}`;

  @Field(() => ReferralOutcome, { nullable: true, description: 'Empty until it is closed.' })
  outcome!: `${ReferralOutcome}` | null;

  @Field(() => Instant)
  madeAt!: Temporal.Instant;

  @Field(() => Instant, { nullable: true })
  acceptedAt!: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true })
  closedAt!: Temporal.Instant | null;

  static from(referral: Row<ResourceReferral>): ReferralView {
    const { id, personId, referredById, serviceName, need, status, outcome, madeAt, acceptedAt, closedAt } = referral;
    return Object.assign(new ReferralView(), { id, personId, referredById, serviceName, need, status, outcome, madeAt, acceptedAt, closedAt });
  }
}
