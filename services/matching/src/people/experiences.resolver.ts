import { AllowSignedIn } from '@fc/auth';
import { countyContext } from '@fc/tenancy';
import { Args, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { readIn } from '../words/languages.ts';
import { experienceInWords } from '../words/traits-in-words.ts';
import { experienceNames, experiencesIn } from './experiences.ts';

@ObjectType('MentorExperience', { description: 'What a mentor may have lived through, and a family may ask for.' })
export class MentorExperienceView {
  @Field(() => String, { description: 'The value of a MentorTrait of the kind LIVED_EXPERIENCE.' })
  key!: string;

  @Field(() => String, { description: 'In plain words, as in “somebody with experience with ...”.' })
  name!: string;
}

@Resolver()
export class ExperiencesResolver {
  @Query(() => [MentorExperienceView], { name: 'mentorExperiences', nullable: true, description: 'Those of the program, and those that the county has added. `language`: en or es.' })
  @AllowSignedIn()
  all(@Args('language', { type: () => String, defaultValue: 'en' }) language: string): MentorExperienceView[] {
    const names = experienceNames();
    return experiencesIn(countyContext().county.settings).map((key) => Object.assign(new MentorExperienceView(), { key, name: experienceInWords(key, readIn(language), names) }));
  }
}
