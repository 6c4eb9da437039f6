import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ErasureReport } from './erasure-report.entity.ts';
import { ErasureStatus, type Erasure } from './erasure.entity.ts';

registerEnumType(ErasureStatus, { name: 'ErasureStatus', description: 'REQUESTED and CONFIRMED can still be withdrawn.' });

@ObjectType('ErasureInService', { description: 'What one other service has destroyed of what it kept of the person.' })
export class ErasureInServiceView {
  @Field(() => String, { description: 'Its name: family-time.' })
  service!: string;

  @Field(() => Instant, { nullable: true, description: 'Empty until it has reported.' })
  doneAt!: Temporal.Instant | null;

  @Field(() => [String], { description: 'What kinds of record it took; none where it keeps none.' })
  kinds!: readonly string[];

  static of(service: string, report?: Row<ErasureReport>): ErasureInServiceView {
    return Object.assign(new ErasureInServiceView(), { service, doneAt: report?.doneAt ?? null, kinds: report?.kinds ?? [] });
  }
}

@ObjectType('Erasure', { description: 'One person’s erasure; once it is carried out, its certificate. For coordinators and program supervisors.' })
@Directive('@key(fields: "id", resolvable: false)')
export class ErasureView {
  @Field(() => UUID)
  id!: Id<'Erasure'>;

  @Field(() => UUID, { description: 'Leads to nobody any more once it is carried out. Of a relative who is known by name alone it is that relative’s id.' })
  personId!: Id<'Person'>;

  @Field(() => Boolean, { description: 'Whether it is about a relative who is known by name alone.' })
  ofRelative!: boolean;

  @Field(() => String, { nullable: true, description: 'Why; said of a relative alone, until it is carried out.' })
  reason!: string | null;

  @Field(() => ErasureStatus)
  status!: `${ErasureStatus}`;

  @Field(() => UUID)
  requestedBy!: Id<'Person'>;

  @Field(() => Instant)
  requestedAt!: Temporal.Instant;

  @Field(() => UUID, { nullable: true })
  confirmedBy!: Id<'Person'> | null;

  @Field(() => Instant, { nullable: true, description: 'Nobody carries it out before this; empty until it is confirmed.' })
  notBefore!: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true })
  erasedAt!: Temporal.Instant | null;

  @Field(() => [String], { description: 'What kinds of record it took; none until it is carried out.' })
  kinds!: readonly string[];

  static from({ id, personId, ofRelative, reason, status, requestedBy, requestedAt, confirmedBy, notBefore, erasedAt, kinds }: Row<Erasure>): ErasureView {
    return Object.assign(new ErasureView(), { id, personId, ofRelative, reason, status, requestedBy, requestedAt, confirmedBy, notBefore, erasedAt, kinds });
  }
}

@ObjectType()
export class ErasurePage extends pageOf(ErasureView) {}
