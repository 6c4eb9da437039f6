import type { Temporal } from '@fc/domain-kernel';
import { Instant } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CaregiverKind } from '../families/caregiver-household.entity.ts';
import { PartneringAnswer, PartneringWay, type PartneringWillingness } from './partnering-willingness.entity.ts';

registerEnumType(PartneringAnswer, { name: 'PartneringAnswer', description: 'WITH_SUPPORT: with a mentor or a worker beside them. NOT_YET: not at present; nobody has to.' });
registerEnumType(PartneringWay, { name: 'PartneringWay', description: 'What caregivers would do together with parents. MENTOR_OTHER_CAREGIVERS: later, as a Caregiver Mentor.' });

@ObjectType('PartneringWillingness', { description: 'Whether the caregivers of a home would work together with parents, and how. Their own word, and no condition of anything. For themselves, those who see the county, and the caseworkers of a child who lives there.' })
export class PartneringWillingnessView {
  @Field(() => PartneringAnswer)
  answer!: `${PartneringAnswer}`;

  @Field(() => [PartneringWay])
  ways!: readonly PartneringWay[];

  @Field(() => Instant)
  saidAt!: Temporal.Instant;

  static from({ answer, ways, saidAt }: Row<PartneringWillingness>): PartneringWillingnessView {
    return Object.assign(new PartneringWillingnessView(), { answer, ways, saidAt });
  }
}

@ObjectType('PartneringWayCount')
export class PartneringWayCountView {
  @Field(() => PartneringWay)
  way!: PartneringWay;

  @Field(() => Int)
  households!: number;
}

@ObjectType('PartneringOverview', { description: 'How many homes of one kind would partner with parents: whom to ask, to support and to look for. It names nobody.' })
export class PartneringOverviewView {
  @Field(() => CaregiverKind)
  kind!: `${CaregiverKind}`;

  @Field(() => Int)
  households!: number;

  @Field(() => Int)
  willing!: number;

  @Field(() => Int)
  withSupport!: number;

  @Field(() => Int)
  notYet!: number;

  @Field(() => Int, { description: 'Who have not said yet.' })
  notAsked!: number;

  @Field(() => [PartneringWayCountView], { description: 'Each way, in the order of the list.' })
  ways!: readonly PartneringWayCountView[];
}
