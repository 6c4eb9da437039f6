import { Allow, AllowPublic, Role } from '@fc/auth';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { ContentLanguage } from '../content/wording.ts';
import { Glossary } from './glossary.query.ts';
import { GlossaryView } from './glossary.view.ts';

const language = { type: () => ContentLanguage, defaultValue: ContentLanguage.en } as const;

@Resolver()
export class GlossaryResolver {
  constructor(private readonly words: Glossary) {}

  @Query(() => GlossaryView, { nullable: true, description: 'For everybody: it needs no token. With a token of a county its own words stand there, and Spanish as soon as the county has reviewed it.' })
  @AllowPublic()
  glossary(@Args('language', language) asked: ContentLanguage, @Args('word', { type: () => String, nullable: true, description: 'A word, a synonym or a part of one; all terms where it is empty.' }) word?: string | null): Promise<GlossaryView> {
    return this.words.inLanguage(asked, word);
  }

  @Query(() => GlossaryView, { nullable: true, description: 'The glossary in a language that may not have been reviewed. For program supervisors, who review it.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  glossaryDraft(@Args('language', language) asked: ContentLanguage): Promise<GlossaryView> {
    return this.words.draft(asked);
  }
}
