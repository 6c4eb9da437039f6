import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MentorRole, type MentorNeed } from './mentor-need.entity.ts';

registerEnumType(MentorRole, { name: 'MentorRole' });

/** The part of a family connection that matching knows. */
@ObjectType('FamilyConnection')
@Directive('@key(fields: "id")')
export class MatchedConnection {
  @Field(() => UUID)
  id!: Id<'FamilyConnection'>;
}

@ObjectType('MentorNeed', { description: 'A parent waits for a Parent Ally, or a caregiver household for a Caregiver Mentor.' })
export class MentorNeedView {
  @Field(() => UUID)
  id!: Id<'MentorNeed'>;

  @Field(() => MentorRole)
  mentorRole!: `${MentorRole}`;

  @Field(() => UUID, { description: 'The parent, or the caregiver household.' })
  participantId!: Id<'Participant'>;

  @Field(() => MatchedConnection, { description: 'The connection that made the need known.' })
  connection!: MatchedConnection;

  @Field(() => Instant)
  since!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'When they came together with their mentor; empty while they wait.' })
  metAt!: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true, description: 'When the program stopped working with them, so that nobody waits.' })
  withdrawnAt!: Temporal.Instant | null;

  static from(need: Row<MentorNeed>): MentorNeedView {
    const { id, mentorRole, participantId, connectionId, since, metAt, withdrawnAt } = need;
    return Object.assign(new MentorNeedView(), { id, mentorRole, participantId, connection: { id: connectionId }, since, metAt, withdrawnAt });
  }
}

@ObjectType()
export class MentorNeedPage extends pageOf(MentorNeedView) {}
