import { Allow, Role } from '@fc/auth';
import type { Temporal } from '@fc/domain-kernel';
import { Instant } from '@fc/subgraph';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { MatchEndReason } from './match-end-reason.ts';
import { MentorMatchView } from './mentor-match.view.ts';

/** What the county alone knows of a match. */
@Resolver(() => MentorMatchView)
export class MentorMatchFieldsResolver {
  @ResolveField(() => MatchEndReason, { nullable: true, description: 'For a coordinator or a program supervisor: neither side reads it. Empty while they are matched, and of the first ones that ended.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  endedBecause(@Parent() match: MentorMatchView): `${MatchEndReason}` | null {
    return match.because;
  }

  @ResolveField(() => Instant, { nullable: true, description: 'When the two last talked, as far as they told: a preparation or a follow-up. For a coordinator or a program supervisor. Empty before the first talk.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  lastContactAt(@Parent() match: MentorMatchView): Temporal.Instant | null {
    return match.talkedAt;
  }
}
