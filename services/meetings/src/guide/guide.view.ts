import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CallScriptLineView } from './call-script.view.ts';
import { guidePack, guideWording, GuideTextState, interpreterOffers } from './guide-pack.ts';
import { GuideLanguage } from './guide-prompt.ts';
import { GuidePromptView } from './guide-prompt.view.ts';

registerEnumType(GuideTextState, { name: 'GuideTextState', description: 'MACHINE: translated, and read by nobody yet who speaks the language. Families read what is REVIEWED.' });

@ObjectType('Guide', { description: 'The Relationship Building Guide. It is voluntary: no line is compulsory, none has its time, and nobody signs anything.' })
export class GuideView {
  @Field(() => Int)
  version!: number;

  @Field(() => String, { description: 'Whose work it is.' })
  source!: string;

  @Field(() => GuideLanguage, { description: 'The language of the texts: English where the one asked for has not been reviewed.' })
  language!: GuideLanguage;

  @Field(() => GuideTextState)
  state!: GuideTextState;

  @Field(() => String, { description: 'Tells this wording from the next; a review names it.' })
  wording!: string;

  @Field(() => String, { nullable: true, description: 'Where the language asked for is not to be had.' })
  interpreterOffer!: string | null;

  @Field(() => [GuidePromptView], { description: 'By phase, and the tips at the end.' })
  prompts!: readonly GuidePromptView[];

  @Field(() => [CallScriptLineView], { description: 'How the first call goes: what it is for, in its order.' })
  comfortCall!: readonly CallScriptLineView[];

  /** In the language asked for if `isReviewed` there, else in English with the offer of an interpreter. */
  static forReaders(asked: GuideLanguage, isReviewed: boolean): GuideView {
    return inLanguage(isReviewed ? asked : GuideLanguage.en, { state: GuideTextState.REVIEWED, interpreterOffer: isReviewed ? null : interpreterOffers[asked] });
  }

  /** As it stands, for those who review it. */
  static draft(language: GuideLanguage, isReviewed: boolean): GuideView {
    return inLanguage(language, { state: isReviewed ? GuideTextState.REVIEWED : GuideTextState.MACHINE, interpreterOffer: null });
  }
}

function inLanguage(language: GuideLanguage, about: Pick<GuideView, 'state' | 'interpreterOffer'>): GuideView {
  const { version, source, prompts } = guidePack;
  return Object.assign(new GuideView(), { version, source, language, wording: guideWording(language), prompts: prompts.map((prompt) => GuidePromptView.of(prompt, language)), comfortCall: CallScriptLineView.allIn(language), ...about });
}
