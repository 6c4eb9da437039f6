import { Allow, AllowState, Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { PublishStateFacts } from './publish-state-facts.use-case.ts';
import { StateRelease } from './state-release.query.ts';
import { StateReleaseView } from './state-release.view.ts';
import { WithholdFromState } from './withhold-from-state.use-case.ts';

@Resolver()
export class ReleaseResolver {
  constructor(
    private readonly publishing: PublishStateFacts,
    private readonly withholding: WithholdFromState,
    private readonly release: StateRelease,
  ) {}

  @Mutation(() => Int, { description: 'Lets the facts of the own county that are new go to the state, without anything that joins back to a person. Answers how many left; each leaves once. For a program supervisor.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  publishStateFacts(): Promise<number> {
    return this.publishing.run();
  }

  @Mutation(() => Int, { description: 'Takes back what the state has of a family connection, for good. Answers how many facts were taken back. For a program supervisor.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  withholdFromState(@Args('connectionId', { type: () => UUID }) connectionId: Id<'FamilyConnection'>): Promise<number> {
    return this.withholding.run(connectionId);
  }

  @Query(() => StateReleaseView, { name: 'stateRelease', nullable: true, description: 'One year of all counties that report. For the administration of the state.' })
  @AllowState()
  ofYear(@Args('year', { type: () => Int }) year: number): Promise<StateReleaseView> {
    return this.release.ofYear(year);
  }
}
