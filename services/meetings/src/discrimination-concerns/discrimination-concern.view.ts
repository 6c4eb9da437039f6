import { Guarded, GuardedField, Role, type Principal } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DiscriminationGround, type ConcernWords, type DiscriminationConcern } from './discrimination-concern.entity.ts';

registerEnumType(DiscriminationGround, { name: 'DiscriminationGround', description: 'For what somebody is treated worse.' });

@ObjectType('DiscriminationConcern', { description: 'Somebody says that a child or a family is treated worse for who they are. For whoever raised it and the program supervisors alone.' })
export class DiscriminationConcernView {
  @Field(() => UUID)
  id!: Id<'DiscriminationConcern'>;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => UUID)
  raisedBy!: Id<'Person'>;

  @Field(() => Instant)
  raisedAt!: Temporal.Instant;

  @Field(() => [DiscriminationGround], { description: 'Empty once somebody of whom it speaks is erased.' })
  grounds!: readonly `${DiscriminationGround}`[];

  @GuardedField(() => String, { description: 'What happened; empty once somebody of whom it speaks is erased.' })
  words!: Guarded<string | null>;

  @Field(() => Instant, { nullable: true, description: 'Empty while it is open.' })
  answeredAt!: Temporal.Instant | null;

  @GuardedField(() => String)
  answer!: Guarded<string | null>;

  static from({ id, connectionId, raisedBy, raisedAt, grounds, answeredAt = null }: Row<DiscriminationConcern>, { words, answer }: ConcernWords): DiscriminationConcernView {
    const mayRead = (reader: Principal): boolean => reader.person === raisedBy || reader.has(Role.PROGRAM_SUPERVISOR);
    return Object.assign(new DiscriminationConcernView(), { id, connectionId, raisedBy, raisedAt, grounds, answeredAt, words: Guarded.of(words, mayRead), answer: Guarded.of(answer, mayRead) });
  }
}
