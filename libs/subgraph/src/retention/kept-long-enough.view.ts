import type { Id, Temporal } from '@fc/domain-kernel';
import { Directive, Field, Int, ObjectType } from '@nestjs/graphql';
import { Instant, UUID } from '../graphql/scalars.ts';

@ObjectType('KeptRecord')
@Directive('@shareable')
export class KeptRecordView {
  @Field(() => UUID)
  recordId!: string;

  @Field(() => UUID, { description: 'The person whose erasure takes it.' })
  subjectId!: Id<'Person'>;

  @Field(() => Instant)
  dueSince!: Temporal.Instant;
}

@ObjectType('KeptLongEnough', { description: 'What one of the county’s rules says has been kept long enough. Nothing is deleted by it.' })
@Directive('@shareable')
export class KeptLongEnoughView {
  @Field(() => String, { description: 'The kind of record, as the county’s rule names it.' })
  recordType!: string;

  @Field(() => Int)
  keepForMonths!: number;

  @Field(() => Int, { description: 'All that are due.' })
  total!: number;

  @Field(() => [KeptRecordView], { description: 'The 100 that have been due longest.' })
  records!: readonly KeptRecordView[];
}
