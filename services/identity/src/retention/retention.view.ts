import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RetainedRecord } from './retained.ts';

registerEnumType(RetainedRecord, { name: 'RetainedRecord' });

@ObjectType('RetentionDueRecord')
export class RetentionDueRecordView {
  @Field(() => UUID)
  recordId!: string;

  @Field(() => UUID, { description: 'The person whose record it is.' })
  subjectId!: Id<'Person'>;

  @Field(() => Instant)
  dueSince!: Temporal.Instant;

  @Field(() => Boolean, { description: 'A legal hold keeps it all the same.' })
  held!: boolean;
}

@ObjectType('RetentionDue', { description: 'What one of the county’s rules says has been kept long enough. Nothing is deleted by it.' })
export class RetentionDueView {
  @Field(() => RetainedRecord)
  recordType!: `${RetainedRecord}`;

  @Field(() => Int)
  keepForMonths!: number;

  @Field(() => Int, { description: 'All that are due.' })
  total!: number;

  @Field(() => [RetentionDueRecordView], { description: 'The 100 that have been due longest.' })
  records!: readonly RetentionDueRecordView[];
}
