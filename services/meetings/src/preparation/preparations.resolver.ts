import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { PreparationSessionView } from './preparation.view.ts';
import { Preparations } from './preparations.query.ts';
import { RecordPreparation, RecordPreparationInput } from './record-preparation.use-case.ts';
import { WaivePreparation, WaivePreparationInput } from './waive-preparation.use-case.ts';

@Resolver(() => ConnectionProgress)
export class PreparationsResolver {
  constructor(
    private readonly sessions: Preparations,
    private readonly recording: RecordPreparation,
    private readonly waiving: WaivePreparation,
  ) {}

  @ResolveField(() => [PreparationSessionView], { nullable: true, description: 'Those of the own pair: the other side’s are never among them. All of them for a program supervisor.' })
  @AllowSignedIn()
  preparations(@Parent() connection: ConnectionProgress): Promise<PreparationSessionView[]> {
    return this.sessions.ofConnection(connection.id);
  }

  @Mutation(() => PreparationSessionView, { description: 'For the matched mentor of one side. Errors MEETINGS.ALREADY_PREPARED, DATE_IN_FUTURE, DATE_TOO_EARLY.' })
  @Allow(Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async recordPreparation(@Args('input') input: RecordPreparationInput): Promise<PreparationSessionView> {
    return this.sessions.byId(await this.recording.run(input));
  }

  @Mutation(() => UUID, { description: 'For a program supervisor; answers the id of the waiver. Error MEETINGS.ALREADY_WAIVED.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  waivePreparation(@Args('input') input: WaivePreparationInput): Promise<string> {
    return this.waiving.run(input);
  }
}
