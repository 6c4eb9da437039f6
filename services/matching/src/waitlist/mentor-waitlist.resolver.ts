import { Allow, Role } from '@fc/auth';
import { PageArgs, type Page } from '@fc/subgraph';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { MentorRole } from '../needs/mentor-need.entity.ts';
import { MentorWaitPage, MentorWaitView } from './mentor-wait.view.ts';
import { MentorWaitlist } from './mentor-waitlist.query.ts';

@Resolver(() => MentorWaitView)
export class MentorWaitlistResolver {
  constructor(private readonly waitlist: MentorWaitlist) {}

  @Query(() => MentorWaitPage, { name: 'mentorWaitlist', nullable: true, description: 'Who waits for a mentor in this county, the longest wait first, and what each may expect. For a coordinator or a program supervisor.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  page(@Args() args: PageArgs, @Args('mentorRole', { type: () => MentorRole, nullable: true }) mentorRole: `${MentorRole}` | null = null): Promise<Page<MentorWaitView>> {
    return this.waitlist.page(args, mentorRole);
  }
}
