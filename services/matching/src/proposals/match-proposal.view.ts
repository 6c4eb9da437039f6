import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { reasonKeys } from '../engine/matching-problem.ts';
import { MentorRole } from '../needs/mentor-need.entity.ts';
import { PersonReference } from '../people/person.view.ts';
import { proposalInWords } from './in-words.ts';
import { MatchProposalStatus, ProposalSide, type MatchProposal } from './match-proposal.entity.ts';

const MatchReasonKey = Object.fromEntries(reasonKeys.map((key) => [key, key]));
registerEnumType(MatchReasonKey, {
  name: 'MatchReasonKey',
  description: 'FIRST_LANGUAGE: 1 when the mentor speaks a first language of the family. SHARED_LANGUAGES: how many. FREE_PLACES: of the mentor, before this proposal. WAITING_DAYS: of the family.',
});
registerEnumType(MatchProposalStatus, { name: 'MatchProposalStatus', description: 'ACCEPTED: both said yes. DECLINED: one of the two said no. WITHDRAWN: taken back, and nobody said no.' });
registerEnumType(ProposalSide, { name: 'ProposalSide', description: 'PARTICIPANT: the parent, or any caregiver of the household.' });

@ObjectType('MatchReason')
export class MatchReasonView {
  @Field(() => MatchReasonKey)
  key!: (typeof reasonKeys)[number];

  @Field(() => Int)
  value!: number;
}

@ObjectType('MatchProposal', { description: 'A mentor proposed for a participant. For coordinators and program supervisors; the two themselves see MyMatchProposal.' })
export class MatchProposalView {
  @Field(() => UUID)
  id!: Id<'MatchProposal'>;

  @Field(() => UUID)
  needId!: Id<'MentorNeed'>;

  @Field(() => MentorRole)
  mentorRole!: `${MentorRole}`;

  @Field(() => PersonReference, { nullable: true })
  mentor!: PersonReference;

  @Field(() => UUID, { description: 'The parent, or the caregiver household.' })
  participantId!: Id<'Participant'>;

  @Field(() => MatchProposalStatus)
  status!: `${MatchProposalStatus}`;

  @Field(() => Int, { description: 'Points that speak for these two, 0 to 100; to compare proposals, no measure of a person.' })
  score!: number;

  @Field(() => [MatchReasonView])
  reasons!: readonly MatchReasonView[];

  @Field(() => String, { description: 'The reasons in plain words.' })
  explanation!: string;

  @Field(() => [String], { description: 'BCP 47 tags.' })
  sharedLanguages!: readonly string[];

  @Field(() => Boolean, { description: "False for a coordinator's own choice." })
  proposedByRun!: boolean;

  @Field(() => Instant)
  proposedAt!: Temporal.Instant;

  @Field(() => Instant, { nullable: true })
  mentorAcceptedAt!: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true })
  participantAcceptedAt!: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true, description: 'Empty while it is open.' })
  closedAt!: Temporal.Instant | null;

  @Field(() => ProposalSide, { nullable: true })
  declinedBy!: `${ProposalSide}` | null;

  @Field(() => String, { nullable: true, description: 'In the words of whoever declined; the other side never reads it.' })
  declineReason!: string | null;

  static from(proposal: Row<MatchProposal>): MatchProposalView {
    const { id, needId, mentorRole, participantId, status, score, reasons, sharedLanguages, proposedAt, mentorAcceptedAt, participantAcceptedAt, closedAt, declinedBy, declineReason } = proposal;
    return Object.assign(new MatchProposalView(), {
      ...{ id, needId, mentorRole, participantId, status, score, reasons, sharedLanguages, proposedAt, mentorAcceptedAt, participantAcceptedAt, closedAt, declinedBy, declineReason },
      mentor: PersonReference.to(proposal.mentorId),
      proposedByRun: proposal.runId !== null,
      explanation: proposalInWords(proposal),
    });
  }
}

@ObjectType()
export class MatchProposalPage extends pageOf(MatchProposalView) {}
