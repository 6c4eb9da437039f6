import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { Directive, Field, ObjectType } from '@nestjs/graphql';

/** The part of a family connection that meetings knows: how far the two families have come. */
@ObjectType('FamilyConnection')
@Directive('@key(fields: "id")')
export class ConnectionProgress {
  @Field(() => UUID)
  id!: Id<'FamilyConnection'>;
}
