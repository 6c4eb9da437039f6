import { AllowSignedIn } from '@fc/auth';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { GuideLanguage } from '../guide/guide-prompt.ts';
import { HearingTaskView } from '../review-hearings/review-hearing.view.ts';
import { TransitionStepView } from '../transition-plans/transition-plan.view.ts';
import { ReadableTextView } from './readable-text.view.ts';

const language = { type: () => GuideLanguage } as const;

@Resolver(() => HearingTaskView)
export class HearingTaskWordingResolver {
  @ResolveField(() => ReadableTextView)
  @AllowSignedIn()
  wording(@Parent() { words }: HearingTaskView, @Args('language', language) asked: GuideLanguage): ReadableTextView {
    return words.in(asked);
  }
}

@Resolver(() => TransitionStepView)
export class TransitionStepWordingResolver {
  @ResolveField(() => ReadableTextView)
  @AllowSignedIn()
  wording(@Parent() { words }: TransitionStepView, @Args('language', language) asked: GuideLanguage): ReadableTextView {
    return words.in(asked);
  }
}
