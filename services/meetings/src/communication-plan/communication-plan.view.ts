import type { Id, Temporal } from '@fc/domain-kernel';
import { ContactChannels, Instant, UUID, type ContactChannel } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType } from '@nestjs/graphql';
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

  @Field(() => Instant, { nullable: true, description: 'Empty until the meeting in which it was made is held.' })
  agreedAt!: Temporal.Instant | null;

  static from({ id, revision, what, how, howOften, channels, timesPerWeek = null, agreedAt = null }: Row<CommunicationPlan>): CommunicationPlanView {
    return Object.assign(new CommunicationPlanView(), { id, revision, what, how, howOften, channels, timesPerWeek, agreedAt });
  }
}
