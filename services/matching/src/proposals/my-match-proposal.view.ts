import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType } from '@nestjs/graphql';
import { MentorRole } from '../needs/mentor-need.entity.ts';
import { PersonReference } from '../people/person.view.ts';
import { MatchProposalStatus, ProposalSide, type MatchProposal, type ProposalWords } from './match-proposal.entity.ts';
import { groundsOf } from './match-proposal.view.ts';
import type { ReadIn } from '../words/languages.ts';
import type { Because } from '../words/proposal-in-words.ts';

/** What the two may know of each other: before they are matched, the role and the languages alone. */
@ObjectType('MyMatchProposal', { description: 'A proposal as the mentor or the participant sees it: they learn who the other is when both have said yes, and for as long as they are matched.' })
export class MyMatchProposalView {
  @Field(() => UUID)
  id!: Id<'MatchProposal'>;

  @Field(() => MentorRole)
  mentorRole!: `${MentorRole}`;

  @Field(() => ProposalSide, { description: 'The side for which whoever asks answers.' })
  mySide!: `${ProposalSide}`;

  @Field(() => MatchProposalStatus)
  status!: `${MatchProposalStatus}`;

  @Field(() => [String], { description: 'BCP 47 tags that both speak.' })
  sharedLanguages!: readonly string[];

  /** For the words of `explanation`. */
  grounds!: Because;

  /** In which whoever asks would rather read, for `explanation`. */
  theirs!: ReadIn;

  @Field(() => Instant, { description: 'When they were asked.' })
  proposedAt!: Temporal.Instant;

  @Field(() => Boolean, { description: 'Whether my side has said yes.' })
  acceptedByMe!: boolean;

  @Field(() => PersonReference, { nullable: true, description: 'The mentor, while they are matched.' })
  mentor!: PersonReference | null;

  @Field(() => [PersonReference], { nullable: 'items', description: 'The parent, or the caregivers of the household, while they are matched; none before and after.' })
  participants!: readonly PersonReference[];

  /** `people` are those of the participant while the two are matched, else null. */
  static from(proposal: Row<MatchProposal>, { mySide, people, theirs, told }: { readonly told: ProposalWords; readonly mySide: `${ProposalSide}`; readonly people: readonly Id<'Person'>[] | null; readonly theirs: ReadIn }): MyMatchProposalView {
    const { id, mentorRole, status, sharedLanguages } = proposal;
    return Object.assign(new MyMatchProposalView(), {
      ...{ id, mentorRole, mySide, theirs, status, sharedLanguages },
      proposedAt: proposal.approvedAt ?? proposal.proposedAt,
      grounds: groundsOf(proposal, told),
      acceptedByMe: (mySide === 'MENTOR' ? proposal.mentorAcceptedAt : proposal.participantAcceptedAt) !== null,
      mentor: people ? PersonReference.to(proposal.mentorId) : null,
      participants: (people ?? []).map(PersonReference.to),
    });
  }
}
