import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { AgreeToCommunicationPlan, AgreeToCommunicationPlanInput } from './agree-to-communication-plan.use-case.ts';
import { CommunicationPlanView } from './communication-plan.view.ts';
import { CommunicationPlans } from './communication-plans.query.ts';
import { ProposeCommunicationPlan, ProposeCommunicationPlanInput } from './propose-communication-plan.use-case.ts';

@Resolver(() => ConnectionProgress)
export class CommunicationPlansResolver {
  constructor(
    private readonly plans: CommunicationPlans,
    private readonly proposing: ProposeCommunicationPlan,
    private readonly agreeing: AgreeToCommunicationPlan,
  ) {}

  @ResolveField(() => CommunicationPlanView, { nullable: true, description: 'The one that holds: the newest that both families agreed on; before the first meeting is held, the newest that was noted.' })
  @AllowSignedIn()
  communicationPlan(@Parent() connection: ConnectionProgress): Promise<CommunicationPlanView | null> {
    return this.plans.holdingOn(connection.id);
  }

  @ResolveField(() => [CommunicationPlanView], { nullable: true, description: 'Every revision, the newest first, for whoever is on the connection.' })
  @AllowSignedIn()
  communicationPlanRevisions(@Parent() connection: ConnectionProgress): Promise<CommunicationPlanView[]> {
    return this.plans.ofConnection(connection.id);
  }

  @Mutation(() => CommunicationPlanView, {
    description:
      'For a parent or a caregiver of the connection, once they have made their first plan. Errors MEETINGS.NO_PLAN_YET, MEETINGS.INVALID_FREQUENCY, BEYOND_CASE_PLAN, CASE_PLAN_TERMS_NEEDED, CONTACT_NOT_POSSIBLE, MEETINGS.CONNECTION_CLOSED, CHANGED_MEANWHILE.',
  })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async proposeCommunicationPlan(@Args('input') input: ProposeCommunicationPlanInput): Promise<CommunicationPlanView> {
    return this.plans.byId(await this.proposing.run(input));
  }

  @Mutation(() => CommunicationPlanView, {
    description:
      'For the other family than the one that proposed it. Errors MEETINGS.OWN_PROPOSAL, MEETINGS.ALREADY_AGREED, MEETINGS.PROPOSED_ANEW, BEYOND_CASE_PLAN, CASE_PLAN_TERMS_NEEDED, CONTACT_NOT_POSSIBLE, MEETINGS.CONNECTION_CLOSED.',
  })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async agreeToCommunicationPlan(@Args('input') input: AgreeToCommunicationPlanInput): Promise<CommunicationPlanView> {
    return this.plans.byId(await this.agreeing.run(input));
  }
}
