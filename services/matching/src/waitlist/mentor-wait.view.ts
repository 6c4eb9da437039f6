import { pageOf } from '@fc/subgraph';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { ExpectedWait } from '../needs/expected-waits.ts';
import { MentorNeedView } from '../needs/mentor-need.view.ts';

@ObjectType('MentorWait', { description: 'One who waits for a mentor, and what they may expect. For coordinators and program supervisors.' })
export class MentorWaitView {
  @Field(() => MentorNeedView)
  need!: MentorNeedView;

  @Field(() => Int, { description: 'Whole days.' })
  waitedDays!: number;

  @Field(() => Boolean, { description: 'Whether they have waited for as many days as it takes in the county to come before all others, whatever points say.' })
  comesFirst!: boolean;

  @Field(() => Int, { description: 'So many mentors could be theirs, with a place at present or without. With none, candidatesFor says what is not met.' })
  possibleMentors!: number;

  @Field(() => Int, { nullable: true, description: 'In how many days more half of those had a mentor of this kind who had waited as long as they have. Empty where nobody could be their mentor at present, and where too few waited like them.' })
  expectedWaitDays!: number | null;

  static of(need: MentorNeedView, { waitedDays, comesFirst, possibleMentors, days }: ExpectedWait): MentorWaitView {
    return Object.assign(new MentorWaitView(), { need, waitedDays, comesFirst, possibleMentors, expectedWaitDays: days });
  }
}

@ObjectType()
export class MentorWaitPage extends pageOf(MentorWaitView) {}
