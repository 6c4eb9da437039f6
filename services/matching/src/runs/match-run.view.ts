import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { bindingConstraints, type BindingConstraint as Constraint } from '../engine/matching-problem.ts';
import { MentorNeedView } from '../needs/mentor-need.view.ts';
import { MatchProposalView } from '../proposals/match-proposal.view.ts';

const BindingConstraint = Object.fromEntries(bindingConstraints.map((name) => [name, name]));
registerEnumType(BindingConstraint, { name: 'BindingConstraint', description: 'The last thing that the mentor who came nearest did not meet.' });

@ObjectType('UnmatchedNeed')
export class UnmatchedNeedView {
  @Field(() => MentorNeedView)
  need!: MentorNeedView;

  @Field(() => BindingConstraint)
  because!: Constraint;

  static of(need: MentorNeedView, because: Constraint): UnmatchedNeedView {
    return Object.assign(new UnmatchedNeedView(), { need, because });
  }
}

@ObjectType('MatchRunQuality', { description: 'How good the answer of a run is, checked anew from its prices.' })
export class MatchRunQualityView {
  @Field(() => Int, { description: 'For whom somebody was found.' })
  served!: number;

  @Field(() => Int, { description: 'Of all proposals together.' })
  points!: number;

  @Field(() => Boolean, { description: 'True when it is proven that nobody more could be served, and not with more points.' })
  optimal!: boolean;

  @Field(() => Int, { description: 'At most so many more could have been served.' })
  moreServed!: number;

  @Field(() => Boolean, { description: 'Whether time was up before everybody was looked at.' })
  cutShort!: boolean;

  @Field(() => Int, { description: "Of the county's weights." })
  weightsVersion!: number;

  @Field(() => Int)
  seed!: number;
}

@ObjectType('MatchRun', { description: 'One time that mentors were looked for, for all who waited without a proposal. For coordinators and program supervisors.' })
export class MatchRunView {
  @Field(() => UUID)
  id!: Id<'MatchRun'>;

  @Field(() => Instant)
  startedAt!: Temporal.Instant;

  @Field(() => [MatchProposalView], { description: 'As they stand now.' })
  proposals!: readonly MatchProposalView[];

  @Field(() => [UnmatchedNeedView], { description: 'For whom it found nobody.' })
  unmatched!: readonly UnmatchedNeedView[];

  @Field(() => MatchRunQualityView, { nullable: true, description: 'Empty of the first runs, which kept none.' })
  quality!: MatchRunQualityView | null;

  static from(run: Pick<MatchRunView, 'id' | 'startedAt' | 'proposals' | 'unmatched' | 'quality'>): MatchRunView {
    return Object.assign(new MatchRunView(), run);
  }
}

@ObjectType()
export class MatchRunPage extends pageOf(MatchRunView) {}
