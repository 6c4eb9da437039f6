import { Allow, Role } from '@fc/auth';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import { ReviewWording, ReviewWordingInput } from './review-wording.use-case.ts';
import { WordingDraftView } from './wording-draft.view.ts';
import { WordingPack } from './wording-pack.ts';
import { Wordings } from './wordings.query.ts';

@Resolver()
export class WordingsResolver {
  constructor(
    private readonly wordings: Wordings,
    private readonly reviewing: ReviewWording,
  ) {}

  @Query(() => WordingDraftView, { nullable: true, description: 'The words of a pack as they stand. For program supervisors, who review them. Empty while this service cannot be reached.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  wordingDraft(@Args('pack', { type: () => WordingPack }) pack: WordingPack, @Args('language', { type: () => GuideLanguage }) language: GuideLanguage): Promise<WordingDraftView> {
    return this.wordings.draft(pack, language);
  }

  @Mutation(() => WordingDraftView, { description: 'For a program supervisor who has had it read by somebody who speaks the language. Errors MEETINGS.OTHER_WORDING, MEETINGS.ALREADY_REVIEWED.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async reviewWording(@Args('input') input: ReviewWordingInput): Promise<WordingDraftView> {
    await this.reviewing.run(input);
    return this.wordings.draft(input.pack, input.language);
  }
}
