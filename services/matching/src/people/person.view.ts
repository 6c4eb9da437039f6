import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { Directive, Field, ObjectType } from '@nestjs/graphql';

/** A person as matching names them: identity tells the rest, to whoever may see them. Fields of it are nullable, so that a refusal there takes nothing else away. */
@ObjectType('Person')
@Directive('@key(fields: "id", resolvable: false)')
export class PersonReference {
  @Field(() => UUID)
  id!: Id<'Person'>;

  static to(id: Id<'Person'>): PersonReference {
    return Object.assign(new PersonReference(), { id });
  }
}
