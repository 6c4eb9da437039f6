import { HoursOfWeekInput, HoursOfWeekView } from '@fc/subgraph';
import { InputType, ObjectType } from '@nestjs/graphql';

@InputType({ description: 'Hours of one day of the week, on the clocks of the county.' })
export class WeeklyHoursInput extends HoursOfWeekInput {}

@ObjectType('WeeklyHours', { description: 'Hours of one day of the week, on the clocks of the county.' })
export class WeeklyHoursView extends HoursOfWeekView {}
