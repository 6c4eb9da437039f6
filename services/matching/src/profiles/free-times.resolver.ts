import { Allow, Role } from '@fc/auth';
import { DomainError, Temporal } from '@fc/domain-kernel';
import { LocalDate } from '@fc/subgraph';
import { Args, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { freeTimes, FreeTimeView } from './free-times.ts';
import { MentorProfileView } from './mentor-profile.view.ts';

/** So many days are shown at a time. */
const most = 31;

@Resolver(() => MentorProfileView)
export class FreeTimesResolver {
  @ResolveField(() => [FreeTimeView], { nullable: true, description: `When they can be had on these days of theirs, at most ${most}: their week, with all exceptions and leaves. Error MATCHING.DAYS_OUT_OF_RANGE.` })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR)
  freeTimes(@Parent() { availability, timeZone }: MentorProfileView, @Args('from', { type: () => LocalDate }) from: Temporal.PlainDate, @Args('until', { type: () => LocalDate }) until: Temporal.PlainDate): FreeTimeView[] {
    return freeTimes(availability, requireDays(from, until), until, timeZone).map(FreeTimeView.from);
  }
}

function requireDays(from: Temporal.PlainDate, until: Temporal.PlainDate): Temporal.PlainDate {
  const { days } = from.until(until, { largestUnit: 'day' });
  if (days < 0 || days >= most) throw new DomainError('MATCHING.DAYS_OUT_OF_RANGE', `Ask for 1 to ${most} days, the first of them first.`);
  return from;
}
