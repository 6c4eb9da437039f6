import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AcceptProposal, AcceptProposalInput } from './accept-proposal.use-case.ts';
import { ApproveProposals, ApproveProposalsInput } from './approve-proposals.use-case.ts';
import { DeclineProposal, DeclineProposalInput } from './decline-proposal.use-case.ts';
import { MatchProposalStatus } from './match-proposal.entity.ts';
import { MatchProposalPage, MatchProposalView } from './match-proposal.view.ts';
import { MatchProposals } from './match-proposals.query.ts';
import { experienceNames } from '../people/experiences.ts';
import { proposalInWords } from '../words/proposal-in-words.ts';
import { readIn } from '../words/languages.ts';
import { MyMatchProposalView } from './my-match-proposal.view.ts';
import { ProposeMatch, ProposeMatchInput } from './propose-match.use-case.ts';
import { WithdrawProposal, WithdrawProposalInput } from './withdraw-proposal.use-case.ts';

@Resolver(() => MatchProposalView)
export class MatchProposalsResolver {
  constructor(
    private readonly proposals: MatchProposals,
    private readonly proposing: ProposeMatch,
    private readonly approving: ApproveProposals,
    private readonly accepting: AcceptProposal,
    private readonly declining: DeclineProposal,
    private readonly withdrawing: WithdrawProposal,
  ) {}

  @ResolveField(() => String, { description: 'What was checked, the strongest reasons, what was traded off, and why not somebody else, in plain words. `language`: en or es.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  explanation(@Parent() proposal: MatchProposalView, @Args('language', { type: () => String, defaultValue: 'en' }) language: string): string {
    return proposalInWords(proposal.grounds, readIn(language), experienceNames());
  }

  @Query(() => MatchProposalPage, { name: 'matchProposals', nullable: true, description: 'All of the county, the oldest first. For a coordinator or a program supervisor.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  page(
    @Args() args: PageArgs,
    @Args('status', { type: () => MatchProposalStatus, nullable: true }) status: `${MatchProposalStatus}` | null = null,
    @Args('approved', { type: () => Boolean, nullable: true, description: 'False: what a run proposed and no coordinator has approved.' }) approved: boolean | null = null,
  ): Promise<Page<MatchProposalView>> {
    return this.proposals.page(args, { status, approved });
  }

  @Query(() => [MyMatchProposalView], { name: 'myProposals', nullable: true, description: 'Those that whoever asks answers or answered, as mentor, parent or caregiver; the newest first.' })
  @AllowSignedIn()
  mine(): Promise<MyMatchProposalView[]> {
    return this.proposals.mine();
  }

  @Mutation(() => MatchProposalView, {
    description:
      "A coordinator's own choice; candidatesFor ranks whom they could choose. Beyond a mentor's capacity nobody goes. Errors MATCHING.NOT_A_MENTOR, MATCHING.WRONG_ROLE, MATCHING.NOT_ELIGIBLE, MATCHING.CONFLICT, MATCHING.NO_SHARED_LANGUAGE, MATCHING.MENTOR_AWAY, MATCHING.BEYOND_LIMITS, MATCHING.WISH_NOT_MET, MATCHING.REASON_NEEDED, MATCHING.MENTOR_FULL, MATCHING.NEED_NOT_OPEN, MATCHING.PROPOSAL_ALREADY_OPEN.",
  })
  @Allow(Role.COORDINATOR)
  async proposeMatch(@Args('input') input: ProposeMatchInput): Promise<MatchProposalView> {
    return this.proposals.byId(await this.proposing.run(input));
  }

  @Mutation(() => [MatchProposalView], {
    description: 'For a coordinator: mentor and family are asked from now on. Not needed for their own choice. Errors MATCHING.PROPOSAL_CLOSED, MATCHING.TOO_MANY_PROPOSALS, and where something has come between the same as of proposeMatch: then none of them is approved.',
  })
  @Allow(Role.COORDINATOR)
  async approveProposals(@Args('input') input: ApproveProposalsInput): Promise<MatchProposalView[]> {
    return this.proposals.byIds(await this.approving.run(input));
  }

  @Mutation(() => MyMatchProposalView, {
    description: 'For the mentor, the parent, or any caregiver of the household. The second yes makes the match. Errors MATCHING.MENTOR_FULL, MATCHING.NOT_POSSIBLE, CONTACT_NOT_POSSIBLE, MATCHING.PROPOSAL_CLOSED.',
  })
  @AllowSignedIn()
  async acceptProposal(@Args('input') input: AcceptProposalInput): Promise<MyMatchProposalView> {
    return this.proposals.mineById(await this.accepting.run(input));
  }

  @Mutation(() => MyMatchProposalView, { description: 'For the mentor, the parent, or any caregiver of the household. Error MATCHING.PROPOSAL_CLOSED.' })
  @AllowSignedIn()
  async declineProposal(@Args('input') input: DeclineProposalInput): Promise<MyMatchProposalView> {
    return this.proposals.mineById(await this.declining.run(input));
  }

  @Mutation(() => MatchProposalView, { description: 'For a coordinator, before or after it is approved. Error MATCHING.PROPOSAL_CLOSED.' })
  @Allow(Role.COORDINATOR)
  async withdrawProposal(@Args('input') input: WithdrawProposalInput): Promise<MatchProposalView> {
    return this.proposals.byId(await this.withdrawing.run(input));
  }
}
