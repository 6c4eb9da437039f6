import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { MatchEndReason } from '../matches/match-end-reason.ts';
import { MentorRole } from '../needs/mentor-need.entity.ts';

@ObjectType('MatchEndCount')
export class MatchEndCountView {
  @Field(() => MatchEndReason, { nullable: true, description: 'Empty of the first ones that ended.' })
  reason!: `${MatchEndReason}` | null;

  @Field(() => Int)
  matches!: number;
}

@ObjectType('MatchQuality', { description: 'How matching went in one month for one role, on the clocks of the county. It names nobody.' })
export class MatchQualityView {
  @Field(() => String, { description: 'YYYY-MM' })
  month!: string;

  @Field(() => MentorRole)
  mentorRole!: `${MentorRole}`;

  @Field(() => Int, { description: 'Proposals that were made, whatever became of them.' })
  proposed!: number;

  @Field(() => Float, { nullable: true, description: 'Points of these proposals on average; comparable while the county’s weights stay the same. Empty when there were none.' })
  averageScore!: number | null;

  @Field(() => Int, { description: 'Proposals to which somebody said no that month.' })
  declined!: number;

  @Field(() => Int, { description: 'Proposals that nobody answered, or approved, in time.' })
  timedOut!: number;

  @Field(() => Int, { description: 'Matches that began.' })
  begun!: number;

  @Field(() => Float, { nullable: true, description: 'Points of these matches on average, as they were proposed. Empty when none began.' })
  averageScoreOfMatches!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of the matches that began, the share of those who had a mentor of this kind before: 0 to 1. Empty when none began.' })
  rematchShare!: number | null;

  @Field(() => Int, { description: 'Matches that ended.' })
  ended!: number;

  @Field(() => Float, { nullable: true, description: 'How many days the matches that ended had lasted, on average. Empty when none ended.' })
  averageDays!: number | null;

  @Field(() => [MatchEndCountView], { description: 'Why they ended, the most frequent first.' })
  endedBecause!: readonly MatchEndCountView[];
}
