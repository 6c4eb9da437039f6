import type { WeeklyHours } from '@fc/domain-kernel';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';

@InputType({ description: 'Hours of one day of the week in which somebody could talk, on the clocks of the county.' })
export class FreeHoursInput implements WeeklyHours {
  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  weekday!: number;

  @Field(() => String, { description: 'HH:MM' })
  from!: string;

  @Field(() => String, { description: 'HH:MM, not included; 24:00 is the end of the day.' })
  to!: string;
}

@ObjectType('FreeHours', { description: 'Hours of one day of the week in which somebody could talk, on the clocks of the county.' })
export class FreeHoursView implements WeeklyHours {
  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  weekday!: number;

  @Field(() => String, { description: 'HH:MM' })
  from!: string;

  @Field(() => String, { description: 'HH:MM, not included.' })
  to!: string;
}
