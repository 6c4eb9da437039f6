import { Allow, Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { PageArgs, UUID, type Page } from '@fc/subgraph';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { experienceNames } from '../people/experiences.ts';
import { candidateInWords } from '../words/candidate-in-words.ts';
import { readIn } from '../words/languages.ts';
import { MentorCandidatePage, MentorCandidateView } from './candidate.view.ts';
import { Candidates } from './candidates.query.ts';

@Resolver(() => MentorCandidateView)
export class CandidatesResolver {
  constructor(private readonly candidates: Candidates) {}

  @Query(() => MentorCandidatePage, {
    name: 'candidatesFor',
    nullable: true,
    description:
      'Mentors for one who waits: who can be proposed, then who can be for a reason, then who cannot at present; in each the most points first. Whoever is not eligible, is too close to the family or may not be matched with them is not in it. Empty where nobody waits any more. For a coordinator.',
  })
  @Allow(Role.COORDINATOR)
  forNeed(@Args('needId', { type: () => UUID }) needId: Id<'MentorNeed'>, @Args() args: PageArgs): Promise<Page<MentorCandidateView>> {
    return this.candidates.forNeed(needId, args);
  }

  @ResolveField(() => String, { description: 'What makes the points, what is met and what is not, and whether a coordinator can propose them, in plain words. `language`: en or es.' })
  @Allow(Role.COORDINATOR)
  explanation(@Parent() { told }: MentorCandidateView, @Args('language', { type: () => String, defaultValue: 'en' }) language: string): string {
    return candidateInWords(told, readIn(language), experienceNames());
  }
}
