import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import type { BreakGlassUse } from './break-glass-use.entity.ts';

@ObjectType('BreakGlassUse', { description: 'A program supervisor took what is kept from them otherwise. For coordinators and program supervisors.' })
export class BreakGlassUseView {
  @Field(() => UUID)
  id!: Id<'BreakGlassUse'>;

  @Field(() => UUID, { description: 'The program supervisor.' })
  supervisorId!: Id<'Person'>;

  @Field(() => UUID, { description: 'The person, or the child.' })
  subjectId!: Id<'Person'>;

  @Field(() => String)
  reason!: string;

  @Field(() => Instant)
  from!: Temporal.Instant;

  @Field(() => Instant, { description: 'When it ends, or ended, by itself.' })
  until!: Temporal.Instant;

  static from({ id, supervisorId, subjectId, reason, from, until }: Row<BreakGlassUse>): BreakGlassUseView {
    return Object.assign(new BreakGlassUseView(), { id, supervisorId, subjectId, reason, from, until });
  }
}

@ObjectType()
export class BreakGlassUsePage extends pageOf(BreakGlassUseView) {}
