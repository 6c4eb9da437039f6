import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('InterpreterNeed', { description: 'One of the two families is to have an interpreter.' })
export class InterpreterNeedView {
  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => String, { description: 'BCP 47.' })
  language!: string;
}
