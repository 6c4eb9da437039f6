import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionSide } from '../projections/connection-side.ts';
import { StrengthKind, type Strength } from './strength.entity.ts';

registerEnumType(StrengthKind, { name: 'StrengthKind', description: 'STRENGTH: what somebody does well. SUPPORT: who and what is there for them already.' });

@ObjectType('Strength', { description: 'Something good that a child or a family brings along.' })
export class StrengthView {
  @Field(() => UUID)
  id!: Id<'Strength'>;

  @Field(() => StrengthKind)
  kind!: `${StrengthKind}`;

  @Field(() => ConnectionSide, { nullable: true, description: 'Which family has it; empty for a child’s.' })
  side!: `${ConnectionSide}` | null;

  @Field(() => UUID, { nullable: true, description: 'Empty for a family’s.' })
  childId!: Id<'Child'> | null;

  @Field(() => String)
  text!: string;

  @Field(() => UUID)
  namedBy!: Id<'Person'>;

  @Field(() => Instant)
  namedAt!: Temporal.Instant;

  @Field(() => Boolean, { description: 'Of a family’s: the other family sees it too.' })
  shared!: boolean;

  static from({ id, kind, side = null, childId = null, text, namedBy, namedAt, sharedAt = null }: Row<Strength>): StrengthView {
    return Object.assign(new StrengthView(), { id, kind, side, childId, text, namedBy, namedAt, shared: sharedAt !== null });
  }
}
