import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { LegalHoldScope, type LegalHold } from './legal-hold.entity.ts';

registerEnumType(LegalHoldScope, { name: 'LegalHoldScope', description: 'CHILD: the child, and whoever belongs or belonged to the child’s case.' });

@ObjectType('LegalHold', { description: 'Until it is lifted, nothing within its scope is erased. For program supervisors alone.' })
@Directive('@key(fields: "id", resolvable: false)')
export class LegalHoldView {
  @Field(() => UUID)
  id!: Id<'LegalHold'>;

  @Field(() => LegalHoldScope)
  scope!: `${LegalHoldScope}`;

  @Field(() => UUID, { nullable: true, description: 'The person or the child; empty for the whole county.' })
  subjectId!: Id<'Person'> | null;

  @Field(() => String)
  reason!: string;

  @Field(() => String, { description: 'The matter’s number with the court or the counsel.' })
  matter!: string;

  @Field(() => UUID)
  placedBy!: Id<'Person'>;

  @Field(() => Instant)
  placedAt!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty while it holds.' })
  liftedAt!: Temporal.Instant | null;

  @Field(() => String, { nullable: true })
  liftedBecause!: string | null;

  static from({ id, scope, subjectId, reason, matter, placedBy, placedAt, liftedAt, liftedBecause }: Row<LegalHold>): LegalHoldView {
    return Object.assign(new LegalHoldView(), { id, scope, subjectId, reason, matter, placedBy, placedAt, liftedAt, liftedBecause });
  }
}

@ObjectType()
export class LegalHoldPage extends pageOf(LegalHoldView) {}
