import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { GuideLanguage, GuidePhase, GuidePromptKind, GuideReader, type GuidePrompt } from './guide-prompt.ts';

registerEnumType(GuidePhase, { name: 'GuidePhase', description: 'BUILD: the first days. SUPPORT: while the child is cared for. REUNIFY: working with the system, towards home. AFTER: when the family has left the system.' });
registerEnumType(GuidePromptKind, { name: 'GuidePromptKind' });
registerEnumType(GuideReader, { name: 'GuideReader' });
registerEnumType(GuideLanguage, { name: 'GuideLanguage' });

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

  @Field(() => Boolean, { description: 'What it asks for is a right of the parent in some states; your caseworker can say whether in yours.' })
  isARightInSomeStates!: boolean;

  @Field(() => String)
  text!: string;

  static of({ id, phase, role, kind, stages = [], optional = false, ifNeeded = false, isARightInSomeStates = false, ...texts }: GuidePrompt, language: `${GuideLanguage}`): GuidePromptView {
    return Object.assign(new GuidePromptView(), { promptId: id, phase: phase === 'ANY_PHASE' ? null : phase, role, kind, stages, optional, ifNeeded, isARightInSomeStates, text: texts[language] });
  }
}
