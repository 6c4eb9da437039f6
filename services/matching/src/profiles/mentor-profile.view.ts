import type { Id, Temporal, WeeklyHours } from '@fc/domain-kernel';
import { Instant, LocalDate, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Trait } from '../engine/matching-problem.ts';
import { MentorRole } from '../needs/mentor-need.entity.ts';
import { FreeHoursView } from '../people/free-hours.ts';
import { PersonReference } from '../people/person.view.ts';
import { MentorTraitView } from '../people/traits.ts';
import { DaysAwayView } from './days-away.ts';
import { FosterExperience } from './eligibility.ts';
import { HoursExceptionView, type Availability } from './free-times.ts';
import type { MentorLoad } from './mentor-load.ts';
import type { MentorProfile } from './mentor-profile.entity.ts';

registerEnumType(FosterExperience, { name: 'FosterExperience', description: 'KIN: a relative or other kin who cares or cared for a child in foster care.' });

/** How a mentor stands at present. */
export type Present = MentorLoad & Pick<MentorProfileView, 'eligible' | 'lastContactAt' | 'away' | 'timeZone' | 'preferences'>;

@ObjectType('MentorProfile', { description: 'One person in one mentor role. For coordinators, program supervisors and the mentor.' })
export class MentorProfileView {
  @Field(() => UUID)
  id!: Id<'MentorProfile'>;

  @Field(() => PersonReference, { nullable: true })
  person!: PersonReference;

  @Field(() => MentorRole)
  mentorRole!: `${MentorRole}`;

  @Field(() => Boolean, { description: 'False once they no longer hold the role.' })
  active!: boolean;

  @Field(() => Boolean, { description: 'Whether they can be matched: active, trained, with the experience that the county asks for, in the role today, and able to sign in.' })
  eligible!: boolean;

  @Field(() => Int, { description: 'Matches at a time.' })
  capacity!: number;

  @Field(() => Int, { description: 'Matches at present; each counts once, on however many connections the participant is.' })
  activeLoad!: number;

  @Field(() => Int, { description: 'Proposals that wait for an answer or to be approved; each takes a place meanwhile.' })
  openProposals!: number;

  @Field(() => Int, { description: 'Places that neither a match nor a proposal takes.' })
  freePlaces!: number;

  @Field(() => Instant, { nullable: true, description: 'When they last talked with somebody whom they mentor or mentored, as far as they told: a preparation or a follow-up. Empty before the first talk.' })
  lastContactAt!: Temporal.Instant | null;

  @Field(() => Boolean, { description: 'Whether they are proposed to nobody at present: on leave, or with no time for a talk left for as long as an answer may take.' })
  away!: boolean;

  @Field(() => [String], { description: 'BCP 47 tags in which they mentor.' })
  languages!: readonly string[];

  @Field(() => LocalDate, { nullable: true, description: 'Of a Parent Ally.' })
  ownCaseClosedOn!: Temporal.PlainDate | null;

  @Field(() => FosterExperience, { nullable: true, description: 'Of a Caregiver Mentor.' })
  fosterExperience!: `${FosterExperience}` | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a Caregiver Mentor.' })
  workedWithParents!: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: 'Empty until the training is done.' })
  trainedOn!: Temporal.PlainDate | null;

  @Field(() => [PersonReference], { nullable: 'items', description: 'With whom they may not be matched, as declared.' })
  conflicts!: readonly PersonReference[];

  @Field(() => [MentorTraitView], { description: 'What they say of themselves; it counts only for families who asked for it.' })
  traits!: readonly Trait[];

  @Field(() => [String], { description: 'Lived experiences that they would rather not work with.' })
  limits!: readonly string[];

  @Field(() => [String], { description: 'Lived experiences that they would like to work with. They bring no points; a coordinator who chooses reads them.' })
  preferences!: readonly string[];

  @Field(() => [String], { description: 'Where they come to; empty for anywhere.' })
  areas!: readonly string[];

  @Field(() => [FreeHoursView], { description: 'When they could talk; empty for at all hours.' })
  hours!: readonly WeeklyHours[];

  @Field(() => LocalDate, { nullable: true })
  awayFrom!: Temporal.PlainDate | null;

  @Field(() => LocalDate, { nullable: true })
  awayUntil!: Temporal.PlainDate | null;

  @Field(() => [DaysAwayView], { description: 'Single days and holidays, the earliest first.' })
  daysAway!: readonly DaysAwayView[];

  @Field(() => [HoursExceptionView], { description: 'Hours of single days that differ from their week, the earliest first.' })
  hoursExceptions!: readonly HoursExceptionView[];

  @Field(() => String, { description: 'An IANA name, on whose clocks their hours and exceptions are: their own, else that of the county.' })
  timeZone!: string;

  /** For `freeTimes`. */
  availability!: Availability;

  static from(profile: Row<MentorProfile>, { matches, proposals, ...standing }: Present): MentorProfileView {
    const { id, mentorRole, active, capacity, languages, ownCaseClosedOn, fosterExperience, workedWithParents, trainedOn } = profile;
    const { traits, limits, areas, hours, awayFrom, awayUntil } = profile;
    return Object.assign(new MentorProfileView(), {
      ...{ id, mentorRole, active, capacity, languages, ownCaseClosedOn, fosterExperience, workedWithParents, trainedOn },
      ...{ ...standing, activeLoad: matches, openProposals: proposals, freePlaces: Math.max(0, capacity - matches - proposals) },
      ...{ traits, limits, areas, hours, awayFrom, awayUntil, availability: profile },
      daysAway: profile.daysAway.map(DaysAwayView.from),
      hoursExceptions: profile.hoursExceptions.map(HoursExceptionView.from),
      person: PersonReference.to(profile.personId),
      conflicts: profile.conflicts.map(PersonReference.to),
    });
  }
}

@ObjectType()
export class MentorProfilePage extends pageOf(MentorProfileView) {}
