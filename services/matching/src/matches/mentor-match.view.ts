import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import { MentorRole } from '../needs/mentor-need.entity.ts';
import { PersonReference } from '../people/person.view.ts';
import type { MentorMatch } from './mentor-match.entity.ts';

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

  /** `people` are those of the participant. */
  static from(match: Row<MentorMatch>, people: readonly Id<'Person'>[]): MentorMatchView {
    const { id, mentorRole, mentorId, participantId, acceptedAt, endedAt } = match;
    return Object.assign(new MentorMatchView(), { id, mentorRole, mentor: PersonReference.to(mentorId), participantId, participants: people.map(PersonReference.to), acceptedAt, endedAt });
  }
}
