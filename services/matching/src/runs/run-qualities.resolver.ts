import { Allow, Role } from '@fc/auth';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { readIn } from '../words/languages.ts';
import { protectedWishesInWords } from '../words/protected-wishes-in-words.ts';
import { MatchRunQualityView } from './match-run.view.ts';

@Resolver(() => MatchRunQualityView)
export class RunQualitiesResolver {
  @ResolveField(() => String, { nullable: true, description: 'protectedWishes in plain words, and that families had asked for them. `language`: en or es.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  protectedWishesInWords(@Parent() { protectedWishes }: MatchRunQualityView, @Args('language', { type: () => String, defaultValue: 'en' }) language: string): string | null {
    return protectedWishes && protectedWishesInWords(protectedWishes, readIn(language));
  }
}
