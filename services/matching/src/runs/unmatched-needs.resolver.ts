import { Allow, Role } from '@fc/auth';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { readIn } from '../words/languages.ts';
import { UnmatchedNeedView } from './match-run.view.ts';
import { unmatchedInWords, whatWouldHelp } from '../words/unmatched-in-words.ts';

@Resolver(() => UnmatchedNeedView)
export class UnmatchedNeedsResolver {
  @ResolveField(() => String, { description: 'The same in plain words. `language`: en or es.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  explanation(@Parent() { because }: UnmatchedNeedView, @Args('language', { type: () => String, defaultValue: 'en' }) language: string): string {
    return unmatchedInWords(because, readIn(language));
  }

  @ResolveField(() => String, { description: 'What would free it, in plain words. `language`: en or es.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  whatWouldHelp(@Parent() { because, missingHours }: UnmatchedNeedView, @Args('language', { type: () => String, defaultValue: 'en' }) language: string): string {
    return whatWouldHelp(because, readIn(language), missingHours);
  }
}
