import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { BeginTransitionPlan, BeginTransitionPlanInput } from './begin-transition-plan.use-case.ts';
import { CallTransitionReady, CallTransitionReadyInput } from './call-transition-ready.use-case.ts';
import { EndTransitionPlan, EndTransitionPlanInput } from './end-transition-plan.use-case.ts';
import { RecordContactTalk, RecordContactTalkInput } from './record-contact-talk.use-case.ts';
import { SettleTransitionStep, SettleTransitionStepInput } from './settle-transition-step.use-case.ts';
import { TransitionPlanView } from './transition-plan.view.ts';
import { TransitionPlans } from './transition-plans.query.ts';

@Resolver(() => ConnectionProgress)
export class TransitionPlansResolver {
  constructor(
    private readonly plans: TransitionPlans,
    private readonly beginning: BeginTransitionPlan,
    private readonly settling: SettleTransitionStep,
    private readonly talking: RecordContactTalk,
    private readonly calling: CallTransitionReady,
    private readonly ending: EndTransitionPlan,
  ) {}

  @ResolveField(() => [TransitionPlanView], { nullable: true, description: 'Oldest first, for the staff and the CASA of the case, and for the two families while the child joins them.' })
  @AllowSignedIn()
  transitionPlans(@Parent() connection: ConnectionProgress): Promise<TransitionPlanView[]> {
    return this.plans.ofConnection(connection.id);
  }

  @Mutation(() => TransitionPlanView, { description: 'For a caseworker of the connection or a coordinator. Errors MEETINGS.TRANSITION_BEGUN, MEETINGS.NOT_THIS_CHILD, MEETINGS.CONNECTION_CLOSED, DATE_IN_PAST.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async beginTransitionPlan(@Args('input') input: BeginTransitionPlanInput): Promise<TransitionPlanView> {
    return this.plans.byId(await this.beginning.run(input));
  }

  @Mutation(() => TransitionPlanView, { description: 'For the two families, a caseworker of the connection or a coordinator. Errors MEETINGS.STAFF_DECIDE, MEETINGS.CHILD_TAKES_PART, MEETINGS.TRANSITION_OVER.' })
  @Allow(Role.PARENT, Role.CAREGIVER, Role.CASEWORKER, Role.COORDINATOR)
  async settleTransitionStep(@Args('input') input: SettleTransitionStepInput): Promise<TransitionPlanView> {
    return this.plans.byId(await this.settling.run(input));
  }

  @Mutation(() => TransitionPlanView, { description: 'For a caseworker of the connection or a coordinator. Errors CONTACT_NOT_POSSIBLE, DATE_IN_FUTURE, DATE_TOO_EARLY, MEETINGS.TRANSITION_OVER.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async recordContactTalk(@Args('input') input: RecordContactTalkInput): Promise<TransitionPlanView> {
    return this.plans.byId(await this.talking.run(input));
  }

  @Mutation(() => TransitionPlanView, { description: 'For a caseworker of the connection or a coordinator. Errors MEETINGS.CHILD_NOT_PREPARED, MEETINGS.CONTACT_AFTER_OPEN, MEETINGS.TRANSITION_OVER.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async callTransitionReady(@Args('input') input: CallTransitionReadyInput): Promise<TransitionPlanView> {
    return this.plans.byId(await this.calling.run(input));
  }

  @Mutation(() => TransitionPlanView, { description: 'For a caseworker of the connection or a coordinator. Errors MEETINGS.NOT_READY, MEETINGS.TRANSITION_OVER.' })
  @Allow(Role.CASEWORKER, Role.COORDINATOR)
  async endTransitionPlan(@Args('input') input: EndTransitionPlanInput): Promise<TransitionPlanView> {
    return this.plans.byId(await this.ending.run(input));
  }
}
