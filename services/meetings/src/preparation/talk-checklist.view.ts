import type { Temporal } from '@fc/domain-kernel';
import { Instant } from '@fc/subgraph';
import { Field, ObjectType } from '@nestjs/graphql';
import { GuidePromptView } from '../guide/guide-prompt.view.ts';
import { ConnectionSide } from '../projections/connection-side.ts';

@ObjectType('TalkChecklistLine')
export class TalkChecklistLineView {
  @Field(() => GuidePromptView)
  prompt!: GuidePromptView;

  @Field(() => Instant, { nullable: true, description: 'When the side and its mentor talked about it first; empty while they have not.' })
  talkedAboutAt!: Temporal.Instant | null;
}

@ObjectType('TalkChecklist', { description: 'The lines of one phase of the guide, as one side and its mentor talk them through before the meeting and after it. For that pair and a program supervisor; nothing is compulsory.' })
export class TalkChecklistView {
  @Field(() => ConnectionSide)
  side!: `${ConnectionSide}`;

  @Field(() => [TalkChecklistLineView], { description: 'In the language asked for once somebody has found its words good, else in English.' })
  lines!: readonly TalkChecklistLineView[];
}
