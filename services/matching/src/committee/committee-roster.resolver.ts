import { Allow, AllowSignedIn, AllowState, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CommitteeMemberPage, CommitteeMemberView } from './committee-member.view.ts';
import { CommitteeRoster } from './committee-roster.query.ts';
import { JoinCommitteeRoster, JoinCommitteeRosterInput } from './join-committee-roster.use-case.ts';
import { LeaveCommitteeRoster } from './leave-committee-roster.use-case.ts';

@Resolver(() => CommitteeMemberView)
export class CommitteeRosterResolver {
  constructor(
    private readonly roster: CommitteeRoster,
    private readonly joining: JoinCommitteeRoster,
    private readonly leaving: LeaveCommitteeRoster,
  ) {}

  @Query(() => CommitteeMemberPage, { name: 'committeeRoster', nullable: true, description: 'The Parent Allies of all counties who asked to be on the list of the statewide committee. For those who are on it. Error MATCHING.NOT_ON_THE_ROSTER.' })
  @Allow(Role.PARENT_ALLY)
  forMembers(@Args() args: PageArgs): Promise<Page<CommitteeMemberView>> {
    return this.roster.pageForMember(args);
  }

  @Query(() => CommitteeMemberPage, { name: 'stateCommitteeRoster', nullable: true, description: 'The same, for the administration of the state.' })
  @AllowState()
  forState(@Args() args: PageArgs): Promise<Page<CommitteeMemberView>> {
    return this.roster.page(args);
  }

  @Query(() => Boolean, { name: 'amOnCommitteeRoster', nullable: true, description: 'Whether whoever asks is on it.' })
  @Allow(Role.PARENT_ALLY)
  isMember(): Promise<boolean> {
    return this.roster.isMember();
  }

  @Mutation(() => Boolean, { description: 'For a Parent Ally: name, county and languages go on the statewide roster within seconds, or are changed there. Answers true. Errors MATCHING.NOT_REGISTERED, MATCHING.UNKNOWN_LANGUAGE.' })
  @Allow(Role.PARENT_ALLY)
  async joinCommitteeRoster(@Args('input') input: JoinCommitteeRosterInput): Promise<boolean> {
    await this.joining.run(input);
    return this.roster.isMember();
  }

  @Mutation(() => Boolean, { description: 'Takes whoever asks off the statewide roster within seconds. Answers false: they are on it no more.' })
  @AllowSignedIn()
  async leaveCommitteeRoster(): Promise<boolean> {
    await this.leaving.run();
    return this.roster.isMember();
  }
}
