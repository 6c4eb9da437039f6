import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CallTopic } from './call-script.ts';
import { guidePack, promptOf } from './guide-pack.ts';
import type { GuideLanguage } from './guide-prompt.ts';
import { GuidePromptView } from './guide-prompt.view.ts';

registerEnumType(CallTopic, { name: 'CallTopic' });

@ObjectType('CallScriptLine')
export class CallScriptLineView {
  @Field(() => CallTopic)
  topic!: CallTopic;

  @Field(() => String)
  text!: string;

  @Field(() => [GuidePromptView], { description: 'The lines of the guide that say more about it, in the same language.' })
  prompts!: readonly GuidePromptView[];

  /** The first call as it stands in the guide. */
  static allIn(language: `${GuideLanguage}`): CallScriptLineView[] {
    return guidePack.comfortCall.map(({ topic, prompts, ...texts }) =>
      Object.assign(new CallScriptLineView(), { topic, text: texts[language], prompts: prompts.map((id) => GuidePromptView.of(promptOf(id, 'CAREGIVER'), language)) }),
    );
  }
}
