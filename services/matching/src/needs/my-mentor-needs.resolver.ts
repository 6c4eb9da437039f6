import { AllowSignedIn } from '@fc/auth';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { experienceNames } from '../people/experiences.ts';
import { readIn } from '../words/languages.ts';
import { mustsInWords } from '../words/musts-in-words.ts';
import { expectedWaitInWords } from '../words/expected-wait-in-words.ts';
import { waitInWords } from '../words/wait-in-words.ts';
import { MyMentorNeedView } from './my-mentor-need.view.ts';

@Resolver(() => MyMentorNeedView)
export class MyMentorNeedsResolver {
  @ResolveField(() => String, { nullable: true, description: 'usualWaitDays in plain words; no promise. `language`: en or es, else that of whoever asks.' })
  @AllowSignedIn()
  usualWait(@Parent() { usualWaitDays, theirs }: MyMentorNeedView, @Args('language', { type: () => String, nullable: true }) language: string | null = null): string | null {
    return usualWaitDays === null ? null : waitInWords(usualWaitDays, language ? readIn(language) : theirs);
  }

  @ResolveField(() => String, { nullable: true, description: 'What whoever waits may expect, in plain words; no promise. Empty for whoever does not wait. `language`: en or es, else that of whoever asks.' })
  @AllowSignedIn()
  expectedWait(@Parent() { expected, theirs }: MyMentorNeedView, @Args('language', { type: () => String, nullable: true }) language: string | null = null): string | null {
    return expected && expectedWaitInWords(expected, language ? readIn(language) : theirs);
  }

  @ResolveField(() => String, { nullable: true, description: 'mustsThatNobodyMeets and languagesThatNobodySpeaks in plain words; empty when there are none. `language`: en or es, else that of whoever asks.' })
  @AllowSignedIn()
  mustsThatNobodyMeetsInWords(@Parent() { mustsThatNobodyMeets, languagesThatNobodySpeaks, theirs }: MyMentorNeedView, @Args('language', { type: () => String, nullable: true }) language: string | null = null): string | null {
    return mustsInWords(mustsThatNobodyMeets, languagesThatNobodySpeaks, language ? readIn(language) : theirs, experienceNames());
  }
}
