import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ConnectionJourney } from './connection-journey.entity.ts';
import { daysBetween, MilestoneKey, milestones, ProgramGoal, reachedAt, type FirstTime } from './milestones.ts';

registerEnumType(MilestoneKey, { name: 'OutcomeMilestoneKey' });
registerEnumType(ProgramGoal, { name: 'ProgramGoal', description: 'What the program is for.' });

/** The part of a family connection that outcomes knows. */
@ObjectType('FamilyConnection')
@Directive('@key(fields: "id")')
export class MeasuredConnection {
  @Field(() => UUID)
  id!: Id<'FamilyConnection'>;
}

@ObjectType('OutcomeMilestone')
export class OutcomeMilestoneView {
  @Field(() => MilestoneKey)
  key!: MilestoneKey;

  @Field(() => ProgramGoal, { description: 'The goal that it brings nearer.' })
  goal!: ProgramGoal;

  @Field(() => Instant, { nullable: true, description: 'When it was reached first; empty while it is not.' })
  reachedAt!: Temporal.Instant | null;

  @Field(() => Int, { nullable: true, description: "Days from the opening of the connection, on the county's calendar; 0 when it was reached before. Empty while it is not." })
  days!: number | null;
}

@ObjectType('ConnectionOutcomes', { description: 'What a family connection has reached so far.' })
export class ConnectionOutcomesView {
  @Field(() => [OutcomeMilestoneView], { description: 'All of them, in the order of the program.' })
  milestones!: readonly OutcomeMilestoneView[];

  static from({ openedAt }: Row<ConnectionJourney>, firsts: readonly FirstTime[], zone: string): ConnectionOutcomesView {
    const reached = milestones.map((milestone) => {
      const at = reachedAt(milestone, firsts);
      return { key: milestone.key, goal: milestone.goal, reachedAt: at, days: at && daysBetween(openedAt, at, zone) };
    });
    return Object.assign(new ConnectionOutcomesView(), { milestones: reached });
  }
}
