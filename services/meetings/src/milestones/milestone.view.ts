import type { Id, Temporal } from '@fc/domain-kernel';
import { LocalDate, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionSide } from '../projections/connection-side.ts';
import type { Milestone } from './milestone.entity.ts';

@ObjectType('Milestone', { description: 'Something to celebrate, of the child or of the family. For the two families alone.' })
export class MilestoneView {
  @Field(() => UUID)
  id!: Id<'Milestone'>;

  @Field(() => ConnectionSide, { description: 'Which family tells of it.' })
  side!: `${ConnectionSide}`;

  @Field(() => UUID, { nullable: true, description: 'Empty for what the family as a whole has reached.' })
  childId!: Id<'Child'> | null;

  @Field(() => String)
  text!: string;

  @Field(() => LocalDate)
  happenedOn!: Temporal.PlainDate;

  static from({ id, side, childId = null, text, happenedOn }: Row<Milestone>): MilestoneView {
    return Object.assign(new MilestoneView(), { id, side, childId, text, happenedOn });
  }
}
