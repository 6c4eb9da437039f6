import { Guarded, GuardedField } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionSide } from '../projections/connection-side.ts';
import type { PeerWall } from '../projections/peer-wall.ts';
import type { PreparationSession } from './preparation-session.entity.ts';

registerEnumType(ConnectionSide, { name: 'ConnectionSide', description: 'PARENT has a Parent Ally, HOUSEHOLD a Caregiver Mentor.' });

@ObjectType('PreparationSession', { description: 'One side’s talk with its own mentor before the first meeting. For that mentor, that side and a program supervisor.' })
export class PreparationSessionView {
  @Field(() => UUID)
  id!: Id<'PreparationSession'>;

  @Field(() => ConnectionSide)
  side!: `${ConnectionSide}`;

  @Field(() => UUID)
  mentorId!: Id<'Person'>;

  @Field(() => Instant)
  heldAt!: Temporal.Instant;

  @Field(() => [String])
  topics!: readonly string[];

  @GuardedField(() => String)
  note!: Guarded<string | null>;

  static from(session: Row<PreparationSession>, wall: PeerWall): PreparationSessionView {
    const { id, side, mentorId, heldAt, topics, note = null } = session;
    return Object.assign(new PreparationSessionView(), { id, side, mentorId, heldAt, topics, note: Guarded.of(note, (reader) => wall.lets(reader)) });
  }
}
