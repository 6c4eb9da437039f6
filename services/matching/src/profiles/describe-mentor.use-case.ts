import type { Id, Temporal } from '@fc/domain-kernel';
import { LocalDate, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { OwnWords } from '../own-words/own-words.ts';
import { experiencesIn } from '../people/experiences.ts';
import { FreeHoursInput } from '../people/free-hours.ts';
import { KnownPerson } from '../people/known-person.entity.ts';
import { MentorTraitInput } from '../people/traits.ts';
import { DaysAwayInput } from './days-away.ts';
import { HoursExceptionInput } from './free-times.ts';
import { lockProfile } from './own-profile.ts';

@InputType({ description: 'What is left out stays as it is; an empty list takes back what was said.' })
export class DescribeMentorInput {
  @Field(() => UUID)
  profileId!: Id<'MentorProfile'>;

  @Field(() => [String], { nullable: true, description: 'BCP 47 tags in which they mentor; empty for their own, as they are known now.' })
  languages?: string[] | null;

  @Field(() => [MentorTraitInput], { nullable: true, description: 'What they say of themselves. It counts only for families who ask for it.' })
  traits?: MentorTraitInput[] | null;

  @Field(() => [String], { nullable: true, description: 'Lived experiences that they would rather not work with.' })
  limits?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Lived experiences that they would like to work with. They bring no points; a coordinator who chooses reads them.' })
  preferences?: string[] | null;

  @Field(() => [String], { nullable: true, description: 'Where they come to, such as ZIP codes; empty for anywhere.' })
  areas?: string[] | null;

  @Field(() => [FreeHoursInput], { nullable: true, description: 'When they could talk; empty for at all hours.' })
  hours?: FreeHoursInput[] | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day of a leave.' })
  awayFrom?: Temporal.PlainDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last day of a leave.' })
  awayUntil?: Temporal.PlainDate | null;

  @Field(() => [DaysAwayInput], { nullable: true, description: 'Single days and holidays, up to 50. Whoever cannot be had for as long as an answer may take is asked later.' })
  daysAway?: DaysAwayInput[] | null;

  @Field(() => [HoursExceptionInput], { nullable: true, description: 'Hours of single days that differ from their week, up to 100.' })
  hoursExceptions?: HoursExceptionInput[] | null;

  @Field(() => String, { nullable: true, description: 'An IANA name, such as America/Boise, on whose clocks their hours and exceptions are; null for that of the county.' })
  timeZone?: string | null;
}

/** A mentor says for themself, or by a coordinator, what matching should know of them. Matches and open proposals stay as they are. */
@Injectable()
export class DescribeMentor {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
  ) {}

  run({ profileId, languages, ...about }: DescribeMentorInput): Promise<Id<'MentorProfile'>> {
    return this.db.transact(async (tx) => {
      const profile = await lockProfile(tx, profileId);
      const spoken = languages?.length === 0 ? (await tx.get(KnownPerson, profile.personId)).languages : languages;
      profile.describe({ ...about, languages: spoken }, (await this.words.keyOf(tx, profile.personId)).key, experiencesIn(tx.context.county.settings));
      return profile.id;
    });
  }
}
