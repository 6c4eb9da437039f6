import { Guarded, GuardedField } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import { ConnectionSide } from '../projections/connection-side.ts';
import type { PeerWall } from '../projections/peer-wall.ts';
import type { FollowUpSession } from './follow-up-session.entity.ts';

@ObjectType('FollowUpSession', { description: 'One side’s talk with its own mentor after the families have met. For that mentor, that side and a program supervisor.' })
export class FollowUpSessionView {
  @Field(() => UUID)
  id!: Id<'FollowUpSession'>;

  @Field(() => ConnectionSide)
  side!: `${ConnectionSide}`;

  @Field(() => UUID)
  mentorId!: Id<'Person'>;

  @Field(() => Instant, { description: 'The first instant behind the day on which it is due.' })
  dueAt!: Temporal.Instant;

  @Field(() => Instant, { nullable: true })
  heldAt!: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true, description: 'Set when the connection or the match ended before it was held.' })
  closedAt!: Temporal.Instant | null;

  @Field(() => [String], { description: 'Lines of the guide by their id, or in their own words.' })
  topics!: readonly string[];

  @GuardedField(() => String)
  note!: Guarded<string | null>;

  static from(talk: Row<FollowUpSession>, wall: PeerWall): FollowUpSessionView {
    const { id, side, mentorId, dueAt, heldAt = null, closedAt = null, topics, note = null } = talk;
    return Object.assign(new FollowUpSessionView(), { id, side, mentorId, dueAt, heldAt, closedAt, topics, note: Guarded.of(note, (reader) => wall.lets(reader)) });
  }
}
