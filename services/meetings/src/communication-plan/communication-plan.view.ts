import type { Id, Temporal } from '@fc/domain-kernel';
import { ContactChannels, Instant, UUID, type ContactChannel } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { NOT_POSSIBLE } from '../contact/not-possible.ts';
import { ConnectionSide } from '../projections/connection-side.ts';
import type { CommunicationPlan } from './communication-plan.entity.ts';

@ObjectType('CommunicationPlan', { description: 'How the two families stay in touch. It is voluntary and nobody signs it.' })
export class CommunicationPlanView {
  @Field(() => UUID)
  id!: Id<'CommunicationPlan'>;

  @Field(() => Int, { description: 'Counts from 1.' })
  revision!: number;

  @Field(() => String, { description: 'What they tell each other.' })
  what!: string;

  @Field(() => String)
  how!: string;

  @Field(() => String)
  howOften!: string;

  @Field(() => [ContactChannels], { description: 'Empty where they left it open.' })
  channels!: readonly ContactChannel[];

  @Field(() => Int, { nullable: true, description: 'At most so often; empty where they left it open.' })
  timesPerWeek!: number | null;

  @Field(() => ConnectionSide, { nullable: true, description: 'Which family proposed it; empty for one that both made in their meeting.' })
  proposedSide!: `${ConnectionSide}` | null;

  @Field(() => String, { nullable: true, description: 'What there is to say where not all of it is possible at present; it gives no reason.' })
  notice!: string | null;

  @Field(() => Instant, { nullable: true, description: 'Empty until the meeting in which it was made is held, or the other family agrees to it.' })
  agreedAt!: Temporal.Instant | null;

  static from(plan: Row<CommunicationPlan>, isPossible: boolean): CommunicationPlanView {
    const { id, revision, what, how, howOften, channels, timesPerWeek = null, proposedSide = null, agreedAt = null } = plan;
    return Object.assign(new CommunicationPlanView(), { id, revision, what, how, howOften, channels, timesPerWeek, proposedSide, agreedAt, notice: isPossible ? null : NOT_POSSIBLE });
  }
}
