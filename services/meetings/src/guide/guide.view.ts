import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { guidePack, guideWording, GuideTextState, interpreterOffer } from './guide-pack.ts';
import { GuideLanguage, GuidePhase, GuidePromptKind, GuideReader, type GuidePrompt } from './guide-prompt.ts';

registerEnumType(GuidePhase, { name: 'GuidePhase', description: 'BUILD: the first days. SUPPORT: while the child is cared for. REUNIFY: working with the system, towards home. AFTER: when the family has left the system.' });
registerEnumType(GuidePromptKind, { name: 'GuidePromptKind' });
registerEnumType(GuideReader, { name: 'GuideReader' });
registerEnumType(GuideLanguage, { name: 'GuideLanguage' });
registerEnumType(GuideTextState, { name: 'GuideTextState', description: 'MACHINE: translated, and read by nobody yet who speaks the language. Families read what is REVIEWED.' });

@ObjectType('GuidePrompt', { description: 'Something to say, to ask or to do, if and when one likes.' })
export class GuidePromptView {
  @Field(() => String, { description: 'Stable over all versions: P1-PAR-01.' })
  promptId!: string;

  @Field(() => GuidePhase, { nullable: true, description: 'Empty for a tip, which is for every phase.' })
  phase!: GuidePhase | null;

  @Field(() => GuideReader)
  role!: `${GuideReader}`;

  @Field(() => GuidePromptKind)
  kind!: `${GuidePromptKind}`;

  @Field(() => [String], { description: 'The first contacts that it belongs to, COMFORT_CALL or ICEBREAKER; none for any.' })
  stages!: readonly string[];

  @Field(() => Boolean, { description: 'Only as far as you are comfortable with it.' })
  optional!: boolean;

  @Field(() => Boolean, { description: 'Only where there is a need.' })
  ifNeeded!: boolean;

  @Field(() => String)
  text!: string;

  static of({ id, phase, role, kind, stages = [], optional = false, ifNeeded = false, ...texts }: GuidePrompt, language: GuideLanguage): GuidePromptView {
    return Object.assign(new GuidePromptView(), { promptId: id, phase: phase === 'ANY_PHASE' ? null : phase, role, kind, stages, optional, ifNeeded, text: texts[language] });
  }
}

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

  /** In the language asked for if `isReviewed` there, else in English with the offer of an interpreter. */
  static forReaders(asked: GuideLanguage, isReviewed: boolean): GuideView {
    return inLanguage(isReviewed ? asked : GuideLanguage.en, { state: GuideTextState.REVIEWED, interpreterOffer: isReviewed ? null : interpreterOffer });
  }

  /** As it stands, for those who review it. */
  static draft(language: GuideLanguage, isReviewed: boolean): GuideView {
    return inLanguage(language, { state: isReviewed ? GuideTextState.REVIEWED : GuideTextState.MACHINE, interpreterOffer: null });
  }
}

function inLanguage(language: GuideLanguage, about: Pick<GuideView, 'state' | 'interpreterOffer'>): GuideView {
  const { version, source, prompts } = guidePack;
  return Object.assign(new GuideView(), { version, source, language, wording: guideWording(language), prompts: prompts.map((prompt) => GuidePromptView.of(prompt, language)), ...about });
}
