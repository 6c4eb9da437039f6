import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { FollowUpSessionView } from './follow-up.view.ts';
import { FollowUps } from './follow-ups.query.ts';
import { RecordFollowUp, RecordFollowUpInput } from './record-follow-up.use-case.ts';

@Resolver(() => ConnectionProgress)
export class FollowUpsResolver {
  constructor(
    private readonly talks: FollowUps,
    private readonly recording: RecordFollowUp,
  ) {}

  @ResolveField(() => [FollowUpSessionView], { nullable: true, description: 'Those of the own pair, oldest first: the other side’s are never among them. All of them for a program supervisor.' })
  @AllowSignedIn()
  followUps(@Parent() connection: ConnectionProgress): Promise<FollowUpSessionView[]> {
    return this.talks.ofConnection(connection.id);
  }

  @Mutation(() => FollowUpSessionView, { description: 'For the mentor who holds it. Errors MEETINGS.ALREADY_HELD, MEETINGS.NO_LONGER_DUE, MEETINGS.NO_SUCH_PROMPT, DATE_IN_FUTURE, DATE_TOO_EARLY.' })
  @Allow(Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  async recordFollowUp(@Args('input') input: RecordFollowUpInput): Promise<FollowUpSessionView> {
    return this.talks.byId(await this.recording.run(input));
  }
}
