import { DomainError } from '@fc/domain-kernel';
import { transitionStepTexts, type TransitionStepKey } from './transition-step.ts';

export const childNotPrepared = (open: readonly `${TransitionStepKey}`[]): DomainError =>
  new DomainError('MEETINGS.CHILD_NOT_PREPARED', `The child is prepared beforehand. Still to come: ${open.map((step) => transitionStepTexts[step].en).join(' ')}`);
export const contactAfterOpen = (): DomainError => new DomainError('MEETINGS.CONTACT_AFTER_OPEN', 'Contact afterwards is talked about beforehand. Record that talk first.');
export const childTakesPart = (): DomainError => new DomainError('MEETINGS.CHILD_TAKES_PART', 'Every child is told of it and asked about it. This step cannot be left out.');
export const notReady = (): DomainError => new DomainError('MEETINGS.NOT_READY', 'This plan has not been called ready. Finish what is open, or give the plan up.');
export const transitionOver = (): DomainError => new DomainError('MEETINGS.TRANSITION_OVER', 'This plan is over. Begin a new one.');
export const staffDecide = (): DomainError => new DomainError('MEETINGS.STAFF_DECIDE', 'What can be left out is decided with the caseworker.');

/** What the database's own constraints mean here. */
export const transitionPlanRefusals = {
  transition_plan_one_open: () => new DomainError('MEETINGS.TRANSITION_BEGUN', 'There is a plan for this child already.'),
};
