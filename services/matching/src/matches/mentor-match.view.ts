import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import { MentorRole } from '../needs/mentor-need.entity.ts';
import { PersonReference } from '../people/person.view.ts';
import type { MatchEndReason } from './match-end-reason.ts';
import type { MentorMatch } from './mentor-match.entity.ts';

/** `endedBecause`, `lastContactAt`, `handOver` and `rematchAskedByMySide` have a resolver each, for fewer people. */
@ObjectType('MentorMatch', { description: 'A mentor and a participant who both said yes. It goes with the participant to another home.' })
export class MentorMatchView {
  @Field(() => UUID)
  id!: Id<'MentorMatch'>;

  @Field(() => MentorRole)
  mentorRole!: `${MentorRole}`;

  @Field(() => PersonReference, { nullable: true })
  mentor!: PersonReference;

  @Field(() => UUID, { description: 'The parent, or the caregiver household.' })
  participantId!: Id<'Participant'>;

  @Field(() => [PersonReference], { nullable: 'items', description: 'The parent, or the caregivers of the household.' })
  participants!: readonly PersonReference[];

  @Field(() => Instant)
  acceptedAt!: Temporal.Instant;

  @Field(() => Instant, { nullable: true, description: 'Empty while they are matched.' })
  endedAt!: Temporal.Instant | null;

  needId!: Id<'MentorNeed'>;

  because!: `${MatchEndReason}` | null;

  talkedAt!: Temporal.Instant | null;

  /** `people` are those of the participant. */
  static from(match: Row<MentorMatch>, people: readonly Id<'Person'>[]): MentorMatchView {
    const { id, needId, mentorRole, mentorId, participantId, acceptedAt, endedAt, endedBecause, lastContactAt } = match;
    return Object.assign(new MentorMatchView(), {
      ...{ id, needId, mentorRole, participantId, acceptedAt, endedAt, because: endedBecause, talkedAt: lastContactAt },
      mentor: PersonReference.to(mentorId),
      participants: people.map(PersonReference.to),
    });
  }
}

@ObjectType()
export class MentorMatchPage extends pageOf(MentorMatchView) {}
