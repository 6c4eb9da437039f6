import type { Id, Temporal } from '@fc/domain-kernel';
import { HoursOfWeekView, Instant, UUID } from '@fc/subgraph';
import { Field, ObjectType } from '@nestjs/graphql';
import { MeetingSupportView } from '../meeting-supports/meeting-support.view.ts';

@ObjectType('MeetingHours', { description: 'A part of an ordinary week in which you have time, on the clocks of the county. For yourself alone.' })
export class MeetingHoursView extends HoursOfWeekView {}

@ObjectType('MeetingSlot')
export class MeetingSlotView {
  @Field(() => Instant)
  startsAt!: Temporal.Instant;

  @Field(() => Instant)
  endsAt!: Temporal.Instant;
}

@ObjectType('MeetingSlots', { description: 'When the two families can meet, with those who lead and facilitate it and those who give what somebody needs for it; everybody has time for the way there and back.' })
export class MeetingSlotsView {
  @Field(() => [MeetingSlotView], { description: 'Up to three, on different days, the earliest first; none while somebody has not said when they have time, or where there is none in the next two weeks.' })
  slots!: readonly MeetingSlotView[];

  @Field(() => [UUID], { description: 'Who has not said when they have time.' })
  waitingForPersonIds!: readonly Id<'Person'>[];

  @Field(() => [MeetingSupportView], { description: 'What somebody needs to take part, and nobody of the program is named for it: their time is not counted.' })
  openSupports!: readonly MeetingSupportView[];
}
