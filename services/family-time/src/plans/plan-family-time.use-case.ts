import { Role } from '@fc/auth';
import { FamilyTimePlannedV1 } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, requireOnConnection, requireWithinCasePlan, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { childrenOf } from '../connections/connected.ts';
import { ConnectedFamilies } from '../connections/connected-families.entity.ts';
import { channelOf, FamilyTimePlan, SupervisionLevel, VisitSetting, type PlanTerms } from './family-time-plan.entity.ts';
import { notOnConnection } from './plans.errors.ts';

@InputType()
export class PlanFamilyTimeInput implements PlanTerms {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => UUID, { description: 'One of the children of the connection; each sibling has a plan of their own.' })
  childId!: Id<'Child'>;

  @Field(() => Int, { description: '1 to 14.' })
  frequencyPerWeek!: number;

  @Field(() => Int, { description: 'How long a visit is meant to last, 5 to 1,440.' })
  minutes!: number;

  @Field(() => VisitSetting)
  setting!: VisitSetting;

  @Field(() => SupervisionLevel)
  supervision!: SupervisionLevel;

  @Field(() => String, { nullable: true, description: 'Needed unless the visits are unsupervised; up to 1,000 characters.' })
  superviseBecause?: string | null;
}

/** Plans the time of a child and a parent, or plans it anew: there is one plan for the two, with its earlier versions. */
@Injectable()
export class PlanFamilyTime {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: PlanFamilyTimeInput): Promise<Id<'FamilyTimePlan'>> {
    return this.db.once(input, async (tx) => {
      const { id: connectionId, parentId, closedAt } = await tx.get(ConnectedFamilies, input.connectionId);
      await requireOnConnection(tx, connectionId, Role.COORDINATOR, Role.CASEWORKER);
      const { childId } = input;
      if (closedAt || !(await childrenOf(tx, connectionId)).includes(childId)) throw notOnConnection();

      const now = this.clock.now();
      const { setting, frequencyPerWeek: timesPerWeek, supervision } = input;
      await requireWithinCasePlan(tx, { childIds: [childId], personId: parentId, at: now, channels: [channelOf(setting)], timesPerWeek, supervision });
      const known = await tx.first(FamilyTimePlan, { childId, parentId });
      known?.revise(input, now);
      const plan = known ?? FamilyTimePlan.plan(childId, parentId, input, now);
      if (!known) tx.add(plan);
      tx.emit(FamilyTimePlannedV1, { planId: plan.id, childId, parentId, setting: plan.setting, plannedAt: now.toString() });
      return plan.id;
    });
  }
}
