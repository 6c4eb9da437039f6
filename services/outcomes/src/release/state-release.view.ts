import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ReleasedMeasure } from './released-measures.ts';

registerEnumType(ReleasedMeasure, { name: 'ReleasedMeasure' });

@ObjectType()
export class ReleasedCategory {
  @Field(() => String, { description: 'ALL where a measure has one category.' })
  category!: string;

  @Field(() => Int, { nullable: true, description: 'Empty when it is hidden.' })
  count!: number | null;
}

@ObjectType()
export class ReleasedCounty {
  @Field(() => String)
  county!: string;

  @Field(() => Int, { nullable: true, description: 'Empty when it is hidden.' })
  total!: number | null;

  @Field(() => [ReleasedCategory])
  categories!: readonly ReleasedCategory[];
}

@ObjectType('ReleasedTable', { description: 'One measure by county and category. The categories of a row add up to its total, the counties to the totals of the state.' })
export class ReleasedTableView {
  @Field(() => ReleasedMeasure)
  measure!: ReleasedMeasure;

  @Field(() => Int, { nullable: true, description: "The state's total. Empty when it is hidden." })
  total!: number | null;

  @Field(() => [ReleasedCategory], { description: "The state's total by category. None while the program is too small for a table." })
  categories!: readonly ReleasedCategory[];

  @Field(() => [ReleasedCounty], { description: 'The counties that report. None while the program is too small for a table.' })
  counties!: readonly ReleasedCounty[];

  @Field(() => String, { nullable: true, description: 'Says why figures are missing.' })
  note!: string | null;
}

@ObjectType('StateRelease', { description: 'What the counties together did in one year, without anything that tells of few people.' })
export class StateReleaseView {
  @Field(() => Int)
  year!: number;

  @Field(() => Int, { description: 'Counts from 1 to one less than this are hidden.' })
  threshold!: number;

  @Field(() => [ReleasedTableView])
  tables!: readonly ReleasedTableView[];
}
