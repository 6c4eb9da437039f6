import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GuideLanguage, GuidePhase } from '../guide/guide-prompt.ts';
import { ReadableTextView } from '../wordings/readable-text.view.ts';
import { MomentPlace } from './moment-prompt.ts';

registerEnumType(MomentPlace, { name: 'MomentPlace', description: 'Where two families happen to be for a few minutes; SICK_DAY: they are apart, and write to each other.' });

@ObjectType('MomentPrompt', { description: 'Something small that builds trust in passing. Nobody expects it.' })
export class MomentPromptView {
  @Field(() => String, { description: 'Stable over all versions: M-COURT-PAR-01.' })
  promptId!: string;

  @Field(() => ReadableTextView)
  wording!: ReadableTextView;

  @Field(() => Boolean, { description: 'Your own mark, which nobody else sees and nothing counts.' })
  done!: boolean;
}

@ObjectType('Moments', { description: 'Waiting-room moments for whoever asks. For a parent or a caregiver, each their own.' })
export class MomentsView {
  @Field(() => MomentPlace)
  place!: MomentPlace;

  @Field(() => GuidePhase, { description: 'The one asked for, or else where the two families are by what has happened.' })
  phase!: GuidePhase;

  @Field(() => [MomentPromptView], { description: 'Three at most; none where the two families are not to be in contact so at present, whatever the reason.' })
  suggestions!: readonly MomentPromptView[];

  @Field(() => [String], { description: 'All that you have marked for yourself, by `promptId`, oldest first.' })
  marked!: readonly string[];
}

export type AskedMoments = { readonly place: MomentPlace; readonly phase?: GuidePhase | null | undefined; readonly language: GuideLanguage };
