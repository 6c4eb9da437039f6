import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GuideTextState } from '../guide/guide-pack.ts';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import { linesOf, wordingOf, WordingPack } from './wording-pack.ts';

registerEnumType(WordingPack, { name: 'WordingPack', description: 'Short texts of the platform that a county reviews as one.' });

@ObjectType('WordingLine')
export class WordingLineView {
  @Field(() => String)
  key!: string;

  @Field(() => String)
  text!: string;
}

@ObjectType('WordingDraft', { description: 'The words of a pack in a language that may not have been reviewed. For program supervisors.' })
export class WordingDraftView {
  @Field(() => WordingPack)
  pack!: WordingPack;

  @Field(() => GuideLanguage)
  language!: GuideLanguage;

  @Field(() => GuideTextState)
  state!: GuideTextState;

  @Field(() => String, { description: 'Tells this wording from the next; a review names it.' })
  wording!: string;

  @Field(() => [WordingLineView])
  lines!: readonly WordingLineView[];

  static of(pack: WordingPack, language: GuideLanguage, isReadable: boolean): WordingDraftView {
    return Object.assign(new WordingDraftView(), {
      ...{ pack, language, state: isReadable ? GuideTextState.REVIEWED : GuideTextState.MACHINE, wording: wordingOf(pack, language) },
      lines: linesOf(pack, language).map((line) => Object.assign(new WordingLineView(), line)),
    });
  }
}
