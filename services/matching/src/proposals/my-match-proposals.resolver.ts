import { AllowSignedIn } from '@fc/auth';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { experienceNames } from '../people/experiences.ts';
import { readIn } from '../words/languages.ts';
import { MyMatchProposalView } from './my-match-proposal.view.ts';
import { proposalInShort } from '../words/proposal-in-words.ts';

@Resolver(() => MyMatchProposalView)
export class MyMatchProposalsResolver {
  @ResolveField(() => String, { nullable: true, description: 'Why it was proposed, in plain words; wishes are told to the family that had them alone. Empty while no common language is known. `language`: en or es, else that of whoever asks.' })
  @AllowSignedIn()
  explanation(@Parent() proposal: MyMatchProposalView, @Args('language', { type: () => String, nullable: true }) language: string | null = null): string | null {
    return proposalInShort(proposal.grounds, proposal.mySide, language ? readIn(language) : proposal.theirs, experienceNames());
  }
}
