import { AllowSignedIn } from '@fc/auth';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import { CheckLanguage } from './check-language.query.ts';
import { LanguageSuggestionsView } from './language-suggestions.view.ts';

@Resolver(() => LanguageSuggestionsView)
export class LanguageCheckResolver {
  constructor(private readonly check: CheckLanguage) {}

  @Query(() => LanguageSuggestionsView, { nullable: true, description: 'For whoever writes something that others will read. Families get suggestions out of reviewed lists alone. Error TEXT_TOO_LONG above 50,000 characters.' })
  @AllowSignedIn()
  languageSuggestions(
    @Args('text', { type: () => String }) text: string,
    @Args('language', { type: () => GuideLanguage, defaultValue: GuideLanguage.en }) language: GuideLanguage,
  ): Promise<LanguageSuggestionsView> {
    return this.check.in(text, language);
  }
}
