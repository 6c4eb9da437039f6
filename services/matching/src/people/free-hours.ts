import { HoursOfWeekInput, HoursOfWeekView } from '@fc/subgraph';
import { InputType, ObjectType } from '@nestjs/graphql';

@InputType({ description: 'Hours of one day of the week in which somebody could talk, on the clocks of the county; of a mentor who has named a time zone, on those.' })
export class FreeHoursInput extends HoursOfWeekInput {}

@ObjectType('FreeHours', { description: 'Hours of one day of the week in which somebody could talk, on the clocks of the county; of a mentor who has named a time zone, on those.' })
export class FreeHoursView extends HoursOfWeekView {}
