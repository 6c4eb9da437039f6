import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { bindingConstraints, type BindingConstraint as Constraint } from '../engine/matching-problem.ts';
import { MentorNeedView } from '../needs/mentor-need.view.ts';
import { MatchProposalView } from '../proposals/match-proposal.view.ts';

const BindingConstraint = Object.fromEntries(bindingConstraints.map((name) => [name, name]));
registerEnumType(BindingConstraint, { name: 'BindingConstraint', description: 'The last thing that the mentor who came nearest did not meet.' });

const inWords: Record<Constraint, string> = {
  ROLE: 'Nobody mentors in this role yet.',
  ELIGIBILITY: 'Those who mentor in this role cannot be matched yet: a training or another condition of the role is open.',
  AWAY: 'Those who could mentor them are on leave.',
  CONFLICT: 'Those who could mentor them are too close to the family, or may not be matched with them.',
  LANGUAGE: 'Those who could mentor them have no language in common with them.',
  LIMIT: 'Those who could mentor them would rather not work with what the family asked for.',
  WISH: 'Nobody has what the family said a mentor must have.',
  AREA: 'Those who could mentor them do not come to where the family is.',
  HOURS: 'Those who could mentor them have no hour of the week in common with the family.',
  TRIED_BEFORE: 'Those who could mentor them have been asked or matched before.',
  CAPACITY: 'Those who could mentor them have no place left.',
};

@ObjectType('UnmatchedNeed')
export class UnmatchedNeedView {
  @Field(() => MentorNeedView)
  need!: MentorNeedView;

  @Field(() => BindingConstraint)
  because!: Constraint;

  @Field(() => String, { description: 'The same in plain words.' })
  explanation!: string;

  static of(need: MentorNeedView, because: Constraint): UnmatchedNeedView {
    return Object.assign(new UnmatchedNeedView(), { need, because, explanation: inWords[because] });
  }
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

  static from(run: Pick<MatchRunView, 'id' | 'startedAt' | 'proposals' | 'unmatched'>): MatchRunView {
    return Object.assign(new MatchRunView(), run);
  }
}
