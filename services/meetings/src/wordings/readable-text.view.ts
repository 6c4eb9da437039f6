import { Field, ObjectType } from '@nestjs/graphql';
import { interpreterOffers } from '../guide/guide-pack.ts';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import type { Words } from './wording-pack.ts';

@ObjectType('ReadableText', { description: 'Words of the platform as families read them.' })
export class ReadableTextView {
  @Field(() => GuideLanguage, { description: 'The language of the text: English where the one asked for has not been reviewed.' })
  language!: GuideLanguage;

  @Field(() => String)
  text!: string;

  @Field(() => String, { nullable: true, description: 'Where the language asked for is not to be had.' })
  interpreterOffer!: string | null;
}

/** One line in those languages that families may read it in. */
export class ReadableWords {
  readonly #words: Pick<Words, GuideLanguage>;
  readonly #readable: ReadonlySet<GuideLanguage>;

  constructor(words: Pick<Words, GuideLanguage>, readable: ReadonlySet<GuideLanguage>) {
    this.#words = words;
    this.#readable = readable;
  }

  /** In the language asked for if it is readable there, else in English with the offer of an interpreter. */
  in(asked: GuideLanguage): ReadableTextView {
    const language = this.#readable.has(asked) ? asked : GuideLanguage.en;
    return Object.assign(new ReadableTextView(), { language, text: this.#words[language], interpreterOffer: language === asked ? null : interpreterOffers[asked] });
  }
}
