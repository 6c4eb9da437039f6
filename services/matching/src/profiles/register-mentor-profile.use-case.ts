import { setTimeout as sleep } from 'node:timers/promises';
import { Clock, idTime, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, LocalDate, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { MentorRole } from '../needs/mentor-need.entity.ts';
import { KnownPerson } from '../people/known-person.entity.ts';
import { requireLanguages } from '../people/mentor-languages.ts';
import { countyDay } from './county-day.ts';
import { FosterExperience, lackingExperience } from './eligibility.ts';
import { MentorProfile, type MentorStatement } from './mentor-profile.entity.ts';
import { lacking, notAMentor } from './profiles.errors.ts';

@InputType()
export class RegisterMentorProfileInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID, { description: 'Who holds the role already.' })
  personId!: Id<'Person'>;

  @Field(() => MentorRole)
  mentorRole!: `${MentorRole}`;

  @Field(() => LocalDate, { nullable: true, description: 'Of a Parent Ally: when their own case was closed.' })
  ownCaseClosedOn?: Temporal.PlainDate | null;

  @Field(() => FosterExperience, { nullable: true, description: 'Of a Caregiver Mentor.' })
  fosterExperience?: `${FosterExperience}` | null;

  @Field(() => Boolean, { nullable: true, description: 'Of a Caregiver Mentor: whether they worked with the parents of children whom they fostered.' })
  workedWithParents?: boolean | null;

  @Field(() => LocalDate, { nullable: true, description: "When they did the mentors' basic training. Without it they are matched from the day on which support says so." })
  trainedOn?: Temporal.PlainDate | null;

  @Field(() => Int, { defaultValue: 3, description: 'How many matches they have room for at a time: 1 to 20.' })
  capacity!: number;

  @Field(() => [String], { nullable: true, description: 'BCP 47 tags in which they mentor; their own languages when left out.' })
  languages?: string[] | null;
}

/** Whoever came a moment ago may have a role that is still on its way here: young people's are waited for, in milliseconds. */
const [young, longestWait] = [10_000, 500];

/** Lets a person mentor who holds the role and has lived through what it asks for (R18, R19). */
@Injectable()
export class RegisterMentorProfile {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RegisterMentorProfileInput): Promise<Id<'MentorProfile'>> {
    return this.db.once(input, async (tx) => {
      const { personId, mentorRole } = input;
      const person = await tx.get(KnownPerson, personId);
      if (!(await holdsRole(tx, personId, mentorRole))) throw notAMentor(mentorRole);
      const { settings } = tx.context.county;
      const stated = statementOf(input, person);
      const lacks = lackingExperience(stated, settings, countyDay(tx, this.clock.now()));
      if (lacks) throw lacking(lacks, settings);
      const before = await tx.first(MentorProfile, { personId, mentorRole });
      if (before) before.registerAgain(stated);
      const profile = before ?? MentorProfile.register(personId, stated);
      tx.add(profile);
      return profile.id;
    });
  }
}

const statementOf = ({ mentorRole, capacity, ...input }: RegisterMentorProfileInput, person: KnownPerson): MentorStatement => ({
  mentorRole,
  capacity,
  languages: input.languages?.length ? requireLanguages(input.languages) : person.languages,
  ownCaseClosedOn: input.ownCaseClosedOn ?? null,
  fosterExperience: input.fosterExperience ?? null,
  workedWithParents: input.workedWithParents ?? null,
  trainedOn: input.trainedOn ?? null,
});

async function holdsRole(tx: Transaction, personId: Id<'Person'>, role: string): Promise<boolean> {
  const until = Date.now() - idTime(personId) < young ? Date.now() + longestWait : 0;
  for (;;) {
    const [held] = await tx.sql(`select 1 as held from access_role where person_id = ? and role = ? and starts_at <= now() and (ends_at is null or ends_at > now())`, [personId, role]);
    if (held || Date.now() >= until) return held !== undefined;
    await sleep(20);
  }
}
