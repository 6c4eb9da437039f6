import { Allow, Role } from '@fc/auth';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { experienceNames } from '../people/experiences.ts';
import { readIn } from '../words/languages.ts';
import { shortageInWords } from '../words/shortage-in-words.ts';
import { MentorShortageView } from './matching-overview.view.ts';

@Resolver(() => MentorShortageView)
export class MentorShortagesResolver {
  @ResolveField(() => String, { description: 'The same in plain words. `language`: en or es.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  inWords(@Parent() shortage: MentorShortageView, @Args('language', { type: () => String, defaultValue: 'en' }) language: string): string {
    return shortageInWords(shortage, readIn(language), experienceNames());
  }
}
