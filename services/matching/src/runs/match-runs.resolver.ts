import { Allow, Role } from '@fc/auth';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { MatchRunView } from './match-run.view.ts';
import { MatchRuns } from './match-runs.query.ts';
import { RunMatching, RunMatchingInput } from './run-matching.use-case.ts';

@Resolver(() => MatchRunView)
export class MatchRunsResolver {
  constructor(
    private readonly runs: MatchRuns,
    private readonly running: RunMatching,
  ) {}

  @Query(() => MatchRunView, { nullable: true })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  matchRun(@Args('id', { type: () => UUID }) id: string): Promise<MatchRunView> {
    return this.runs.byId(id);
  }

  @Mutation(() => MatchRunView, { description: 'For a coordinator: looks for a mentor for everybody who waits and has no open proposal, and proposes those whom it finds.' })
  @Allow(Role.COORDINATOR)
  async runMatching(@Args('input') input: RunMatchingInput): Promise<MatchRunView> {
    return this.runs.byId(await this.running.run(input));
  }
}
