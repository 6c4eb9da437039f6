import type { Id, Temporal } from '@fc/domain-kernel';
import { HoursOfWeekView, Instant, pageOf, UUID } from '@fc/subgraph';
import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { BindingConstraint as Constraint } from '../engine/matching-problem.ts';
import { protectedTraits, type ProtectedTrait as Trait, type ProtectedWishUse } from '../engine/protected-wishes.ts';
import type { UnmatchedNeed } from './match-run.entity.ts';
import { MentorRole } from '../needs/mentor-need.entity.ts';
import { MentorNeedView } from '../needs/mentor-need.view.ts';
import { PersonReference } from '../people/person.view.ts';
import { BindingConstraint } from '../proposals/binding-constraint.ts';
import { MatchProposalView } from '../proposals/match-proposal.view.ts';

const ProtectedTrait = Object.fromEntries(protectedTraits.map((trait) => [trait, trait]));
registerEnumType(ProtectedTrait, { name: 'ProtectedTrait', description: 'What nobody may be treated differently for, unless a family asked for it in their mentor. RECOVERY, TRIBAL_MEMBERSHIP: as lived experiences.' });

@ObjectType('MissingHours', { description: 'Hours of one day of the week in which the two mentors of a family connection would both have to be free, on the clocks of the county.' })
export class MissingHoursView extends HoursOfWeekView {
  @Field(() => [PersonReference], { nullable: 'items', description: 'The Parent Ally and the Caregiver Mentor who would have been proposed.' })
  mentors!: readonly PersonReference[];
}

@ObjectType('UnmatchedNeed')
export class UnmatchedNeedView {
  @Field(() => MentorNeedView)
  need!: MentorNeedView;

  @Field(() => BindingConstraint)
  because!: Constraint;

  @Field(() => MissingHoursView, { nullable: true, description: 'What was missing where both families of a connection could be served but for the hours of their two mentors.' })
  missingHours!: MissingHoursView | null;

  static of(need: MentorNeedView, { because, missingHours }: UnmatchedNeed): UnmatchedNeedView {
    const missing = missingHours ? Object.assign(new MissingHoursView(), missingHours, { mentors: missingHours.mentorIds.map(PersonReference.to) }) : null;
    return Object.assign(new UnmatchedNeedView(), { need, because, missingHours: missing });
  }
}

@ObjectType('ProtectedWishUse', { description: 'How often families had asked for it when a run went by it. What exactly they asked for stays with them.' })
export class ProtectedWishUseView implements ProtectedWishUse {
  @Field(() => ProtectedTrait)
  trait!: Trait;

  @Field(() => Int, { description: 'So many families of the run had asked for it themselves, or a coordinator on their word.' })
  askedBy!: number;

  @Field(() => Int, { description: 'Of them, who would rather have nobody than a mentor without it.' })
  must!: number;

  @Field(() => Int, { description: 'So many proposals of the run are of a mentor who meets it.' })
  met!: number;
}

@ObjectType('MatchingQuotaUse', { description: 'How far the county’s own number of matches and open proposals, which mentors of a group may have at a time, was used when the run had proposed.' })
export class MatchingQuotaUseView {
  @Field(() => MentorRole)
  mentorRole!: `${MentorRole}`;

  @Field(() => Int, { nullable: true, description: 'Of those alone who were trained within so many days; empty for all of the role.' })
  trainedWithinDays!: number | null;

  @Field(() => Int)
  most!: number;

  @Field(() => Int)
  taken!: number;

  @Field(() => Boolean, { description: 'Whether no place was left by it.' })
  reached!: boolean;
}

@ObjectType('MatchRunQuality', { description: 'How good the answer of a run is. Who is served and the points are counted anew from what was asked, and so is how far a flow is from the best, by the prices of mentors. Where hours in common or quotas had to be searched for, it is the search that proves its answer the best, or how far off it is.' })
export class MatchRunQualityView {
  @Field(() => Int, { description: 'For whom somebody was found.' })
  served!: number;

  @Field(() => Int, { description: 'Of all proposals together.' })
  points!: number;

  @Field(() => Boolean, { description: 'True when it is proven that nobody more could be served, and not with more points.' })
  optimal!: boolean;

  @Field(() => Int, { description: 'At most so many more could have been served.' })
  moreServed!: number;

  @Field(() => Float, { nullable: true, description: 'How far below what is proven to be the most, as a share of it: 0 for a best answer. Empty where something came between while it searched, and somebody was looked for anew.' })
  gap!: number | null;

  @Field(() => Boolean, { description: 'Whether time was up, or there were too many pairs, before everything was looked at. The same run again may then answer otherwise.' })
  cutShort!: boolean;

  @Field(() => Int, { description: "Of the county's weights." })
  weightsVersion!: number;

  @Field(() => Int)
  seed!: number;

  @Field(() => [MatchingQuotaUseView])
  quotas!: readonly MatchingQuotaUseView[];

  @Field(() => Int, { nullable: true, description: "Of the county's quotas. Empty of the first runs, which knew none." })
  quotasVersion!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of those for whom somebody was found, so many had waited for as many days as it takes in the county to come before all others, whatever points say. Empty of older runs.' })
  cameFirst!: number | null;

  @Field(() => [ProtectedWishUseView], { nullable: true, description: 'What of gender, culture, faith, recovery and tribal membership the run went by: only what a family had asked for. Empty of the first runs, which kept no account of it.' })
  protectedWishes!: readonly ProtectedWishUseView[] | null;
}

@ObjectType('MatchRun', { description: 'One time that mentors were looked for, for all who waited without a proposal. For coordinators and program supervisors.' })
export class MatchRunView {
  @Field(() => UUID)
  id!: Id<'MatchRun'>;

  @Field(() => Instant)
  startedAt!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty while it searches, for as long as the county lets runs search and some seconds more: proposals and the unmatched come then.' })
  finishedAt!: Temporal.Instant | null;

  @Field(() => Boolean, { description: 'True where it could not be finished, which was tried several times: it proposes nobody, and all for whom it looked wait for the next run.' })
  givenUp!: boolean;

  @Field(() => [MatchProposalView], { description: 'As they stand now.' })
  proposals!: readonly MatchProposalView[];

  @Field(() => [UnmatchedNeedView], { description: 'For whom it found nobody. Where something came between for very many, another run looks for them.' })
  unmatched!: readonly UnmatchedNeedView[];

  @Field(() => MatchRunQualityView, { nullable: true, description: 'Empty while it searches, of what was given up, and of the first runs, which kept none.' })
  quality!: MatchRunQualityView | null;

  static from(run: Pick<MatchRunView, 'id' | 'startedAt' | 'finishedAt' | 'givenUp' | 'proposals' | 'unmatched' | 'quality'>): MatchRunView {
    return Object.assign(new MatchRunView(), run);
  }
}

@ObjectType()
export class MatchRunPage extends pageOf(MatchRunView) {}
