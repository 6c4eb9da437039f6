import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType } from '@nestjs/graphql';
import type { Encouragement } from './encouragement.entity.ts';

@ObjectType('Encouragement', { description: 'A word of the child’s court appointed special advocate to both families. For whoever is on the family connection.' })
@Directive('@key(fields: "id", resolvable: false)')
export class EncouragementView {
  @Field(() => UUID)
  id!: Id<'Encouragement'>;

  @Field(() => UUID)
  writtenBy!: Id<'Person'>;

  @Field(() => String)
  text!: string;

  @Field(() => Instant)
  writtenAt!: Temporal.Instant;

  static from({ id, writtenBy, text, writtenAt }: Row<Encouragement>): EncouragementView {
    return Object.assign(new EncouragementView(), { id, writtenBy, text, writtenAt });
  }
}
