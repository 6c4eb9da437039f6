import { Field, ObjectType } from '@nestjs/graphql';
import { CallScriptLineView } from './call-script.view.ts';
import { GuideTextState, interpreterOffers } from './guide-pack.ts';
import { GuideLanguage } from './guide-prompt.ts';

@ObjectType('CallGuide', { description: 'How the first call goes, out of the Relationship Building Guide. It is voluntary as the guide is.' })
export class CallGuideView {
  @Field(() => GuideLanguage, { description: 'The language of the texts: English where the one asked for has not been reviewed.' })
  language!: GuideLanguage;

  @Field(() => GuideTextState)
  state!: GuideTextState;

  @Field(() => String, { nullable: true, description: 'Where the language asked for is not to be had.' })
  interpreterOffer!: string | null;

  @Field(() => [CallScriptLineView], { description: 'What the call is for, in its order.' })
  lines!: readonly CallScriptLineView[];

  /** In the language asked for if `isReviewed` there, else in English with the offer of an interpreter. */
  static forReaders(asked: GuideLanguage, isReviewed: boolean): CallGuideView {
    const language = isReviewed ? asked : GuideLanguage.en;
    return Object.assign(new CallGuideView(), { language, state: GuideTextState.REVIEWED, interpreterOffer: isReviewed ? null : interpreterOffers[asked], lines: CallScriptLineView.allIn(language) });
  }
}
