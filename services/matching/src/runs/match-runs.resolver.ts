import { Allow, Role } from '@fc/auth';
import { PageArgs, UUID, type Page } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { MatchRunPage, MatchRunView } from './match-run.view.ts';
import { MatchRuns } from './match-runs.query.ts';
import { ProposeForNeed, ProposeForNeedInput } from './propose-for-need.use-case.ts';
import { Rematch, RematchInput } from './rematch.use-case.ts';
import { RunMatching, RunMatchingInput } from './run-matching.use-case.ts';

@Resolver(() => MatchRunView)
export class MatchRunsResolver {
  constructor(
    private readonly runs: MatchRuns,
    private readonly running: RunMatching,
    private readonly proposing: ProposeForNeed,
    private readonly rematching: Rematch,
  ) {}

  @Query(() => MatchRunView, { nullable: true })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  matchRun(@Args('id', { type: () => UUID }) id: string): Promise<MatchRunView> {
    return this.runs.byId(id);
  }

  @Query(() => MatchRunPage, { name: 'matchRuns', nullable: true, description: 'The oldest first, with how good each was. For a coordinator or a program supervisor.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  page(@Args() args: PageArgs): Promise<Page<MatchRunView>> {
    return this.runs.page(args);
  }

  @Mutation(() => MatchRunView, { description: 'For a coordinator: ends a match and proposes the next best at once, for a coordinator to approve, or says what stands in the way. Error MATCHING.NEED_NOT_OPEN.' })
  @Allow(Role.COORDINATOR)
  async rematch(@Args('input') input: RematchInput): Promise<MatchRunView> {
    return this.runs.byId(await this.rematching.run(input));
  }

  @Mutation(() => MatchRunView, { description: 'For a coordinator: looks for a mentor for everybody who waits and has no open proposal, and proposes those whom it finds. Nobody else hears of it before approveProposals, unless the county lets runs go without. Where a search could find better than what is found at once, or very many wait, the answer has no finishedAt yet: the run goes on by itself, ask matchRun for it. While one searches for all who wait, it is the answer again.' })
  @Allow(Role.COORDINATOR)
  async runMatching(@Args('input') input: RunMatchingInput): Promise<MatchRunView> {
    return this.runs.byId(await this.running.run(input));
  }

  @Mutation(() => MatchRunView, { description: 'For a coordinator: looks for a mentor for one who waits, without a run over all. Proposals that no coordinator has approved may move to another mentor for it and are among those of the answer; nobody loses theirs. As runMatching it may have no finishedAt yet. Errors MATCHING.NEED_NOT_OPEN, MATCHING.PROPOSAL_ALREADY_OPEN.' })
  @Allow(Role.COORDINATOR)
  async proposeForNeed(@Args('input') input: ProposeForNeedInput): Promise<MatchRunView> {
    return this.runs.byId(await this.proposing.run(input));
  }
}
