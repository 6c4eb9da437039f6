import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GuideTextState } from '../guide/guide-pack.ts';
import type { WordingFound } from './suggest-wording.ts';
import { WordingConcern } from './word-list.ts';

registerEnumType(WordingConcern, { name: 'WordingConcern', description: 'DEFICIT names what somebody lacks; BLAME says whose fault it is; LABEL makes a person into their case; POVERTY counts being poor as neglect; REPLACEMENT puts the caregiver in the parent’s place.' });

@ObjectType('LanguageSuggestion')
export class LanguageSuggestionView {
  @Field(() => Int, { description: 'Where it begins in the text that was sent, in UTF-16 units.' })
  start!: number;

  @Field(() => Int, { description: 'Where it ends: the first unit behind it.' })
  end!: number;

  @Field(() => String, { description: 'What to write instead.' })
  instead!: string;

  @Field(() => WordingConcern)
  concern!: WordingConcern;
}

@ObjectType('LanguageSuggestions', { description: 'Words that say it with more respect. It forbids nothing, and nothing of the text is kept.' })
export class LanguageSuggestionsView {
  @Field(() => GuideTextState, { description: 'Of the list in that language.' })
  state!: `${GuideTextState}`;

  @Field(() => [LanguageSuggestionView], { description: 'In the order of the text.' })
  suggestions!: readonly LanguageSuggestionView[];

  static from(state: `${GuideTextState}`, found: readonly WordingFound[]): LanguageSuggestionsView {
    const suggestions = found.map(({ start, end, wording: { instead, concern } }) => Object.assign(new LanguageSuggestionView(), { start, end, instead, concern }));
    return Object.assign(new LanguageSuggestionsView(), { state, suggestions });
  }
}
