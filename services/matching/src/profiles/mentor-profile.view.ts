import type { Id, Temporal, WeeklyHours } from '@fc/domain-kernel';
import { LocalDate, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Trait } from '../engine/matching-problem.ts';
import { MentorRole } from '../needs/mentor-need.entity.ts';
import { FreeHoursView } from '../people/free-hours.ts';
import { PersonReference } from '../people/person.view.ts';
import { MentorTraitView } from '../people/traits.ts';
import { DaysAwayView } from './days-away.ts';
import { FosterExperience } from './eligibility.ts';
import type { MentorProfile } from './mentor-profile.entity.ts';

registerEnumType(FosterExperience, { name: 'FosterExperience', description: 'KIN: a relative or other kin who cares or cared for a child in foster care.' });

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

  static from(profile: Row<MentorProfile>, { activeLoad, eligible }: { activeLoad: number; eligible: boolean }): MentorProfileView {
    const { id, mentorRole, active, capacity, languages, ownCaseClosedOn, fosterExperience, workedWithParents, trainedOn } = profile;
    const { traits, limits, areas, hours, awayFrom, awayUntil } = profile;
    return Object.assign(new MentorProfileView(), {
      ...{ id, mentorRole, active, eligible, capacity, activeLoad, languages, ownCaseClosedOn, fosterExperience, workedWithParents, trainedOn },
      ...{ traits, limits, areas, hours, awayFrom, awayUntil },
      daysAway: profile.daysAway.map(DaysAwayView.from),
      person: PersonReference.to(profile.personId),
      conflicts: profile.conflicts.map(PersonReference.to),
    });
  }
}

@ObjectType()
export class MentorProfilePage extends pageOf(MentorProfileView) {}
