import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { AddMilestone, AddMilestoneInput } from './add-milestone.use-case.ts';
import { MilestoneView } from './milestone.view.ts';
import { Milestones } from './milestones.query.ts';

@Resolver(() => ConnectionProgress)
export class MilestonesResolver {
  constructor(
    private readonly all: Milestones,
    private readonly adding: AddMilestone,
  ) {}

  @ResolveField(() => [MilestoneView], { nullable: true, description: 'The newest day first, for the two families as far as they may tell each other something; nothing for anybody else.' })
  @AllowSignedIn()
  milestones(@Parent() connection: ConnectionProgress): Promise<MilestoneView[]> {
    return this.all.ofConnection(connection.id);
  }

  @Mutation(() => MilestoneView, { description: 'For a parent or a caregiver of the connection. Errors MEETINGS.NOT_THIS_CHILD, MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE, DATE_IN_FUTURE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async addMilestone(@Args('input') input: AddMilestoneInput): Promise<MilestoneView> {
    return this.all.byId(await this.adding.run(input));
  }
}
