import type { Id, Temporal, WeeklyHours } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Wish } from '../engine/matching-problem.ts';
import { FreeHoursView } from '../people/free-hours.ts';
import { MentorWishView } from '../people/traits.ts';
import { MentorRole, type MentorNeed } from './mentor-need.entity.ts';

@ObjectType('MyMentorNeed', { description: 'What a parent or a household would like in a mentor. For themselves and coordinators; neither the other family nor a mentor reads it.' })
export class MyMentorNeedView {
  @Field(() => UUID)
  id!: Id<'MentorNeed'>;

  @Field(() => MentorRole)
  mentorRole!: `${MentorRole}`;

  @Field(() => Instant)
  since!: Temporal.Instant;

  @Field(() => Boolean, { description: 'False while they have a mentor, and when they need none.' })
  waiting!: boolean;

  @Field(() => [MentorWishView])
  wishes!: readonly Wish[];

  @Field(() => [FreeHoursView])
  hours!: readonly WeeklyHours[];

  @Field(() => String, { nullable: true })
  area!: string | null;

  static from({ id, mentorRole, since, wishes, hours, area, metAt, withdrawnAt }: Row<MentorNeed>): MyMentorNeedView {
    return Object.assign(new MyMentorNeedView(), { id, mentorRole, since, wishes, hours, area, waiting: metAt === null && withdrawnAt === null });
  }
}
