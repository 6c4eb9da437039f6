import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import type { Correction, CorrectedFact } from './correction.entity.ts';

@ObjectType('CorrectedFact')
export class CorrectedFactView implements CorrectedFact {
  @Field(() => String, { description: 'By the name that the schema gives it.' })
  field!: string;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType('Correction', { description: 'What was entered wrongly and has been put right, by whom and why.' })
export class CorrectionView {
  @Field(() => UUID)
  id!: Id<'Correction'>;

  @Field(() => [CorrectedFactView])
  facts!: readonly CorrectedFactView[];

  @Field(() => String)
  reason!: string;

  @Field(() => UUID, { nullable: true, description: 'Empty where a service acted by itself.' })
  correctedBy!: Id<'Person'> | null;

  @Field(() => Instant)
  correctedAt!: Temporal.Instant;

  static from({ id, facts, reason, correctedBy, correctedAt }: Row<Correction>): CorrectionView {
    return Object.assign(new CorrectionView(), { id, facts, reason, correctedBy, correctedAt });
  }
}
