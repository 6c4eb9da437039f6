import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MentorRole } from '../needs/mentor-need.entity.ts';

export enum ShortageKind {
  LANGUAGE = 'LANGUAGE',
  AREA = 'AREA',
  HOURS = 'HOURS',
  EXPERIENCE = 'EXPERIENCE',
}
registerEnumType(ShortageKind, { name: 'MentorShortageKind', description: 'LANGUAGE: a first language of a family, or the one that they asked for. AREA: where they would meet. HOURS: the one part of the week in which they could talk. EXPERIENCE: what they asked a mentor to have lived through.' });

@ObjectType('MentorShortage', { description: 'More people wait for a mentor who speaks a language, comes to an area, can talk at a time or has lived through something, than such mentors have free places.' })
export class MentorShortageView {
  @Field(() => MentorRole)
  mentorRole!: `${MentorRole}`;

  @Field(() => ShortageKind)
  kind!: `${ShortageKind}`;

  @Field(() => String, { description: 'A BCP 47 primary language; the area as families name it; one of WEEKDAY_ or WEEKEND_ with MORNING, AFTERNOON (from 12:00) or EVENING (from 17:00), on the clocks of the county; or the key of one of mentorExperiences.' })
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
