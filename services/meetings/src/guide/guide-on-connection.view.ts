import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionSide } from '../projections/connection-side.ts';
import { GuideAnswer, type GuideInvitation } from './guide-invitation.entity.ts';
import { IntroducedThrough, type GuideIntroduction } from './guide-introduction.entity.ts';
import { GuidePhase } from './guide-prompt.ts';
import type { GuideTick } from './guide-tick.entity.ts';
import { GuideReadiness } from './suggest.ts';

registerEnumType(GuideAnswer, { name: 'GuideAnswer', description: 'NOT_NOW binds to nothing and asks for no reason.' });
registerEnumType(IntroducedThrough, { name: 'IntroducedThrough', description: 'How a family came to know the guide.' });
registerEnumType(GuideReadiness, { name: 'GuideReadiness', description: 'How much somebody wants to take on at present.' });

@ObjectType('GuideTick')
export class GuideTickView {
  @Field(() => String)
  promptId!: string;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => Instant)
  tickedAt!: Temporal.Instant;

  @Field(() => Boolean, { description: 'The other family sees it too.' })
  shared!: boolean;

  static from({ promptId, personId, tickedAt, sharedAt }: Row<GuideTick>): GuideTickView {
    return Object.assign(new GuideTickView(), { promptId, personId, tickedAt, shared: sharedAt != null });
  }
}

@ObjectType('GuidePhaseProgress')
export class GuidePhaseProgressView {
  @Field(() => GuidePhase)
  phase!: GuidePhase;

  @Field(() => Int)
  ticked!: number;

  @Field(() => Int, { description: 'How many lines the phase has for you.' })
  of!: number;
}

@ObjectType('GuideInvitation', { description: 'One family has invited the other to use the guide together. For the two families alone.' })
export class GuideInvitationView {
  @Field(() => UUID)
  id!: Id<'GuideInvitation'>;

  @Field(() => UUID)
  invitedBy!: Id<'Person'>;

  @Field(() => ConnectionSide)
  invitedSide!: `${ConnectionSide}`;

  @Field(() => Instant)
  invitedAt!: Temporal.Instant;

  @Field(() => GuideAnswer, { nullable: true, description: 'Empty until the other family has answered.' })
  answer!: `${GuideAnswer}` | null;

  @Field(() => Instant, { nullable: true })
  answeredAt!: Temporal.Instant | null;

  static from({ id, invitedBy, invitedSide, invitedAt, answer = null, answeredAt = null }: Row<GuideInvitation>): GuideInvitationView {
    return Object.assign(new GuideInvitationView(), { id, invitedBy, invitedSide, invitedAt, answer, answeredAt });
  }
}

@ObjectType('GuideIntroduction', { description: 'By whom, how and when the guide was introduced to a family. For whoever is on the family connection.' })
export class GuideIntroductionView {
  @Field(() => UUID)
  id!: Id<'GuideIntroduction'>;

  @Field(() => ConnectionSide)
  side!: `${ConnectionSide}`;

  @Field(() => UUID, { description: 'Who introduced it: trained in the guide, and believing in partnership.' })
  introducedBy!: Id<'Person'>;

  @Field(() => IntroducedThrough)
  through!: `${IntroducedThrough}`;

  @Field(() => Instant)
  introducedAt!: Temporal.Instant;

  static from({ id, side, introducedBy, through, introducedAt }: Row<GuideIntroduction>): GuideIntroductionView {
    return Object.assign(new GuideIntroductionView(), { id, side, introducedBy, through, introducedAt });
  }
}

@ObjectType('GuideOnConnection', { description: 'How whoever asks uses the guide with the other family. Ticks are their own; of the other family they see what it chose to share.' })
export class GuideOnConnectionView {
  @Field(() => GuidePhase, { description: 'Where the two families are by what has happened. Every phase is open at any time.' })
  phase!: GuidePhase;

  @Field(() => GuideReadiness)
  readiness!: `${GuideReadiness}`;

  @Field(() => [GuidePhaseProgressView], { description: 'Your own, for yourself; there is nothing to complete.' })
  progress!: readonly GuidePhaseProgressView[];

  @Field(() => [GuideTickView], { description: 'Your own, oldest first.' })
  ticks!: readonly GuideTickView[];

  @Field(() => [GuideTickView], { description: 'What the other family chose to share with yours; what you or others of your household share stands there too, but for your own.' })
  shared!: readonly GuideTickView[];

  @Field(() => [String], { description: 'Lines that you might take up next, by `promptId`: few, of the phase, and only as much as you are ready for.' })
  suggestions!: readonly string[];

  @Field(() => [GuideInvitationView], { description: 'One at most in each direction.' })
  invitations!: readonly GuideInvitationView[];
}
