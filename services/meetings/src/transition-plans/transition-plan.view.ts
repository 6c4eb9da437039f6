import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, LocalDate, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { GuideLanguage } from '../guide/guide-prompt.ts';
import { ReadableWords } from '../wordings/readable-text.view.ts';
import { TransitionEnd } from './end-transition-plan.use-case.ts';
import { TransitionStepState } from './settle-transition-step.use-case.ts';
import { ContactTalk, TransitionGoal, TransitionStatus, type TransitionPlan } from './transition-plan.entity.ts';
import { TransitionStepKey, transitionStepKeys, transitionStepTexts } from './transition-step.ts';

registerEnumType(TransitionGoal, { name: 'TransitionGoal' });
registerEnumType(TransitionStatus, { name: 'TransitionStatus', description: 'READY: the child is prepared, and contact afterwards has been talked about.' });
registerEnumType(TransitionStepKey, { name: 'TransitionStepKey' });
registerEnumType(TransitionStepState, { name: 'TransitionStepState' });
registerEnumType(TransitionEnd, { name: 'TransitionEnd' });
registerEnumType(ContactTalk, { name: 'ContactTalk' });

@ObjectType('TransitionStep')
export class TransitionStepView {
  @Field(() => TransitionStepKey)
  step!: `${TransitionStepKey}`;

  @Field(() => String, { description: 'In English.' })
  text!: string;

  /** For `wording`, which says it in a language. */
  words!: ReadableWords;

  @Field(() => TransitionStepState, { nullable: true, description: 'Empty while it is open.' })
  state!: `${TransitionStepState}` | null;
}

@ObjectType('TransitionPlan', { description: 'How a child is made ready for leaving the foster home, for home or for another placement. For the staff and the CASA of the case, and for the two families while the child joins them.' })
export class TransitionPlanView {
  @Field(() => UUID)
  id!: Id<'TransitionPlan'>;

  @Field(() => UUID)
  childId!: Id<'Child'>;

  @Field(() => TransitionGoal)
  goal!: `${TransitionGoal}`;

  @Field(() => LocalDate, { nullable: true })
  plannedFor!: Temporal.PlainDate | null;

  @Field(() => TransitionStatus)
  status!: `${TransitionStatus}`;

  @Field(() => [TransitionStepView])
  steps!: readonly TransitionStepView[];

  @Field(() => Instant, { nullable: true, description: 'When contact afterwards was talked about; empty while it was not.' })
  contactTalkAt!: Temporal.Instant | null;

  @Field(() => ContactTalk, { nullable: true })
  contactTalk!: `${ContactTalk}` | null;

  @Field(() => String, { nullable: true, description: 'What they wish for afterwards. Where the families were talked to separately, for the staff alone.' })
  contactAfter!: string | null;

  static from({ id, childId, goal, plannedFor = null, status, stepsDone, stepsNotNeeded, contactTalkAt = null, contactTalk = null, contactAfter = null }: Row<TransitionPlan>, { isStaff, readable }: { isStaff: boolean; readable: ReadonlySet<GuideLanguage> }): TransitionPlanView {
    const stateOf = (step: `${TransitionStepKey}`): `${TransitionStepState}` | null => (isIn(stepsDone, step) ? 'DONE' : isIn(stepsNotNeeded, step) ? 'NOT_NEEDED' : null);
    return Object.assign(new TransitionPlanView(), {
      ...{ id, childId, goal, plannedFor, status, contactTalkAt, contactTalk },
      steps: transitionStepKeys.map((step) => Object.assign(new TransitionStepView(), { step, text: transitionStepTexts[step].en, words: new ReadableWords(transitionStepTexts[step], readable), state: stateOf(step) })),
      contactAfter: isStaff || contactTalk === 'TOGETHER' ? contactAfter : null,
    });
  }
}

const isIn = (steps: readonly string[], step: string): boolean => steps.includes(step);
