import type { WeeklyHours } from '@fc/domain-kernel';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';

/** What every service's input of weekly hours is made of: `class WeeklyHoursInput extends HoursOfWeekInput {}`. */
@InputType({ isAbstract: true })
export abstract class HoursOfWeekInput implements WeeklyHours {
  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  weekday!: number;

  @Field(() => String, { description: 'HH:MM' })
  from!: string;

  @Field(() => String, { description: 'HH:MM, not included; 24:00 is the end of the day.' })
  to!: string;
}

/** The same as an answer. */
@ObjectType({ isAbstract: true })
export abstract class HoursOfWeekView implements WeeklyHours {
  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  weekday!: number;

  @Field(() => String, { description: 'HH:MM' })
  from!: string;

  @Field(() => String, { description: 'HH:MM, not included.' })
  to!: string;
}
