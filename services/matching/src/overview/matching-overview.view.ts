import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MentorRole } from '../needs/mentor-need.entity.ts';

export enum ShortageKind {
  LANGUAGE = 'LANGUAGE',
  AREA = 'AREA',
}
registerEnumType(ShortageKind, { name: 'MentorShortageKind' });

@ObjectType('MentorShortage', { description: 'More people wait for a mentor who speaks a language, or comes to an area, than such mentors have free places.' })
export class MentorShortageView {
  @Field(() => MentorRole)
  mentorRole!: `${MentorRole}`;

  @Field(() => ShortageKind)
  kind!: `${ShortageKind}`;

  @Field(() => String, { description: 'A BCP 47 primary language, or the area as families name it.' })
  of!: string;

  @Field(() => Int)
  waiting!: number;

  @Field(() => Int, { description: 'Of mentors who can be matched.' })
  freePlaces!: number;
}

@ObjectType('MentorRoleLoad')
export class MentorRoleLoadView {
  @Field(() => MentorRole)
  mentorRole!: `${MentorRole}`;

  @Field(() => Int)
  waiting!: number;

  @Field(() => Int, { description: 'In whole days; 0 when nobody waits.' })
  longestWaitDays!: number;

  @Field(() => Int, { description: 'The middle one of those who came together with a mentor in the last year, in days from when they began to wait: what whoever waits may expect. Empty when nobody did.', nullable: true })
  usualWaitDays!: number | null;

  @Field(() => Int, { description: 'Mentors who can be matched.' })
  mentors!: number;

  @Field(() => Int)
  freePlaces!: number;

  @Field(() => Int, { description: 'So many places are missing for everybody to have one.' })
  missingPlaces!: number;
}

@ObjectType('MatchingOverview', { description: 'How matching stands in the county: who waits, how many places are free, and which mentors to look for. For coordinators and program supervisors.' })
export class MatchingOverviewView {
  @Field(() => [MentorRoleLoadView])
  roles!: readonly MentorRoleLoadView[];

  @Field(() => [MentorShortageView], { description: 'The largest lack first: whom to recruit.' })
  shortages!: readonly MentorShortageView[];
}
