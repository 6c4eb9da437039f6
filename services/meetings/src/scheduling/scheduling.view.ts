import type { Id, Temporal } from '@fc/domain-kernel';
import { HoursOfWeekView, Instant, UUID } from '@fc/subgraph';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('MeetingHours', { description: 'A part of an ordinary week in which you have time, on the clocks of the county. For yourself alone.' })
export class MeetingHoursView extends HoursOfWeekView {}

@ObjectType('MeetingSlot')
export class MeetingSlotView {
  @Field(() => Instant)
  startsAt!: Temporal.Instant;

  @Field(() => Instant)
  endsAt!: Temporal.Instant;
}

@ObjectType('MeetingSlots', { description: 'When the two families and those who lead them can meet.' })
export class MeetingSlotsView {
  @Field(() => [MeetingSlotView], { description: 'Up to three, on different days, the earliest first; none while somebody has not said when they have time, or where there is none in the next two weeks.' })
  slots!: readonly MeetingSlotView[];

  @Field(() => [UUID], { description: 'Who has not said when they have time.' })
  waitingForPersonIds!: readonly Id<'Person'>[];
}
