import { Role } from '@fc/auth';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { Instant, requireContact, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { knownPlan } from './known-plan.ts';
import { ContactTalk, TransitionPlan } from './transition-plan.entity.ts';
import { staffDecide } from './transition-plan.errors.ts';
import { TransitionStepKey } from './transition-step.ts';

export enum TransitionStepState {
  DONE = 'DONE',
  NOT_NEEDED = 'NOT_NEEDED',
}

export enum TransitionEnd {
  DONE = 'DONE',
  GIVEN_UP = 'GIVEN_UP',
}

@InputType()
export class SettleTransitionStepInput {
  @Field(() => UUID)
  transitionPlanId!: Id<'TransitionPlan'>;

  @Field(() => TransitionStepKey)
  step!: TransitionStepKey;

  @Field(() => TransitionStepState, { description: 'NOT_NEEDED: said by staff alone, and never of telling and asking the child.' })
  state!: TransitionStepState;
}

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

@InputType()
export class CallTransitionReadyInput {
  @Field(() => UUID)
  transitionPlanId!: Id<'TransitionPlan'>;
}

@InputType()
export class EndTransitionPlanInput {
  @Field(() => UUID)
  transitionPlanId!: Id<'TransitionPlan'>;

  @Field(() => TransitionEnd)
  as!: TransitionEnd;
}

const staff = [Role.CASEWORKER, Role.COORDINATOR] as const;

/** Carries a plan through, step by step. */
@Injectable()
export class CarryTransitionPlan {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  settle({ transitionPlanId, step, state }: SettleTransitionStepInput): Promise<Id<'TransitionPlan'>> {
    return this.db.transact(async (tx) => {
      const { held } = await knownPlan(tx, transitionPlanId, Role.PARENT, Role.CAREGIVER, ...staff);
      if (state === TransitionStepState.NOT_NEEDED && !staff.some((role) => held.includes(role))) throw staffDecide();
      (await tx.lock(TransitionPlan, transitionPlanId)).settle(step, state);
      return transitionPlanId;
    });
  }

  talk({ transitionPlanId, ...record }: RecordContactTalkInput): Promise<Id<'TransitionPlan'>> {
    return this.db.transact(async (tx) => {
      const { plan } = await knownPlan(tx, transitionPlanId, ...staff);
      const connection = await tx.get(FamilyConnection, plan.connectionId);
      if (record.how === ContactTalk.TOGETHER) await requireContact(tx, connection.contact('IN_PERSON', record.talkedAt));
      (await tx.lock(TransitionPlan, transitionPlanId)).talkedAboutContactAfter(record, this.clock.now());
      return transitionPlanId;
    });
  }

  callReady({ transitionPlanId }: CallTransitionReadyInput): Promise<Id<'TransitionPlan'>> {
    return this.#byStaff(transitionPlanId, (plan) => plan.callReady());
  }

  end({ transitionPlanId, as }: EndTransitionPlanInput): Promise<Id<'TransitionPlan'>> {
    return this.#byStaff(transitionPlanId, (plan) => plan.end(as));
  }

  #byStaff(id: Id<'TransitionPlan'>, act: (plan: TransitionPlan) => void): Promise<Id<'TransitionPlan'>> {
    return this.db.transact(async (tx) => {
      await knownPlan(tx, id, ...staff);
      act(await tx.lock(TransitionPlan, id));
      return id;
    });
  }
}
