import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BarrierKind, type VisitBarrier } from './visit-barrier.entity.ts';

registerEnumType(BarrierKind, { name: 'VisitBarrierKind' });

@ObjectType('VisitBarrier', { description: 'Something that kept a visit from being planned for a wanted time.' })
export class VisitBarrierView {
  @Field(() => UUID)
  id!: Id<'VisitBarrier'>;

  @Field(() => BarrierKind)
  kind!: `${BarrierKind}`;

  @Field(() => Instant)
  wantedFor!: Temporal.Instant;

  static from({ id, kind, wantedFor }: Row<VisitBarrier>): VisitBarrierView {
    return Object.assign(new VisitBarrierView(), { id, kind, wantedFor });
  }
}
