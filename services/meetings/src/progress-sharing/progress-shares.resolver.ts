import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { ChooseProgressReaders, ChooseProgressReadersInput } from './choose-progress-readers.use-case.ts';
import { ProgressShareView } from './progress-share.view.ts';
import { ProgressShares } from './progress-shares.query.ts';
import { ShareProgress, ShareProgressInput } from './share-progress.use-case.ts';
import { WithdrawProgress, WithdrawProgressInput } from './withdraw-progress.use-case.ts';

@Resolver(() => ConnectionProgress)
export class ProgressSharesResolver {
  constructor(
    private readonly shares: ProgressShares,
    private readonly sharing: ShareProgress,
    private readonly choosing: ChooseProgressReaders,
    private readonly withdrawing: WithdrawProgress,
  ) {}

  @ResolveField(() => [ProgressShareView], {
    nullable: true,
    description: 'What was told last first: the parent’s own, and for the caregivers and caseworkers what the parent shows them, while the connection is open and, for caregivers, messages are possible. Nothing for anybody else; empty while keys cannot be reached.',
  })
  @AllowSignedIn()
  progressShares(@Parent() connection: ConnectionProgress): Promise<ProgressShareView[]> {
    return this.shares.ofConnection(connection.id);
  }

  @Mutation(() => ProgressShareView, {
    description: 'For the parent of the connection, who need not tell anything. Errors MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE, CONTACT_UNCERTAIN, BEYOND_CASE_PLAN, DATE_IN_FUTURE, PROTECTED_UNAVAILABLE.',
  })
  @Allow(Role.PARENT)
  async shareProgress(@Args('input') input: ShareProgressInput): Promise<ProgressShareView> {
    return this.shares.byId(await this.sharing.run(input));
  }

  @Mutation(() => ProgressShareView, {
    description: 'For the parent whose it is. Errors MEETINGS.PROGRESS_WITHDRAWN; to show it to more also MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE, CONTACT_UNCERTAIN, BEYOND_CASE_PLAN.',
  })
  @Allow(Role.PARENT)
  async chooseProgressReaders(@Args('input') input: ChooseProgressReadersInput): Promise<ProgressShareView> {
    return this.shares.byId(await this.choosing.run(input));
  }

  @Mutation(() => Boolean, { description: 'For the parent whose it is, at any time and for good: nobody reads it any more, and its words are destroyed.' })
  @Allow(Role.PARENT)
  withdrawProgress(@Args('input') input: WithdrawProgressInput): Promise<boolean> {
    return this.withdrawing.run(input);
  }
}
