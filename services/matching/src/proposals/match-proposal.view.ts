import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { reasonKeys, runnerUpReasons, type BindingConstraint as Constraint, type RunnerUp } from '../engine/matching-problem.ts';
import { MentorRole } from '../needs/mentor-need.entity.ts';
import { PersonReference } from '../people/person.view.ts';
import { MentorTraitView } from '../people/traits.ts';
import { BindingConstraint } from './binding-constraint.ts';
import { MatchProposalStatus, ProposalSide, type MatchProposal, type ProposalWords } from './match-proposal.entity.ts';
import type { ToldOfProposal } from '../own-words/own-words.ts';
import type { Because } from '../words/proposal-in-words.ts';

const MatchReasonKey = Object.fromEntries(reasonKeys.map((key) => [key, key]));
registerEnumType(MatchReasonKey, {
  name: 'MatchReasonKey',
  description: 'FIRST_LANGUAGE: 1 when the mentor speaks a first language of the family. SHARED_LANGUAGES: how many. WISHES_MET: of the family, how many. HOURS_TOGETHER: in a week. FREE_PLACES: of the mentor, before this proposal. WAITING_DAYS: of the family.',
});
registerEnumType(MatchProposalStatus, { name: 'MatchProposalStatus', description: 'ACCEPTED: both said yes. DECLINED: one of the two said no. WITHDRAWN: taken back, and nobody said no. TIMED_OUT: not answered in time.' });
registerEnumType(ProposalSide, { name: 'ProposalSide', description: 'PARTICIPANT: the parent, or any caregiver of the household.' });

@ObjectType('MatchReason')
export class MatchReasonView {
  @Field(() => MatchReasonKey)
  key!: (typeof reasonKeys)[number];

  @Field(() => Int)
  value!: number;

  @Field(() => Int, { nullable: true, description: 'What it brought; empty of old proposals.' })
  points?: number | null;
}

const RunnerUpReason = Object.fromEntries(runnerUpReasons.map((reason) => [reason, reason]));
registerEnumType(RunnerUpReason, {
  name: 'RunnerUpReason',
  description: 'FEWER_POINTS: less speaks for them. AS_GOOD: as much does, and one of the two had to be chosen. BETTER_FOR_ANOTHER: their place is worth more to another family. ONLY_ONE_FOR_ANOTHER: without them another family would have nobody. GROUP_FULL: they are in a group that has all the matches that the county lets it have. NOT_FREE_TOGETHER: they and the mentor of the other family, with whom they would lead its meetings, have no hours in common.',
});

@ObjectType('MatchRunnerUp', { description: 'Who came next, and why it is not they.' })
export class MatchRunnerUpView {
  @Field(() => PersonReference, { nullable: true })
  mentor!: PersonReference;

  @Field(() => Int)
  score!: number;

  @Field(() => RunnerUpReason)
  because!: RunnerUp['because'];
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

  @Field(() => Int, { description: 'Points that speak for these two, up to the sum of the county’s weights; to compare proposals, no measure of a person.' })
  score!: number;

  @Field(() => [MatchReasonView])
  reasons!: readonly MatchReasonView[];

  /** For the words of `explanation`. */
  grounds!: Because;

  @Field(() => [MentorTraitView], { description: 'What the family asked for and this mentor does not have.' })
  missedWishes!: readonly MentorTraitView[];

  @Field(() => [BindingConstraint], { description: 'What was asked of the two and holds; what nobody asked for is not among it. None of old proposals.' })
  constraintsMet!: readonly Constraint[];

  @Field(() => [BindingConstraint], { description: 'What does not hold, and a coordinator has gone against with a reason.' })
  constraintsAgainst!: readonly Constraint[];

  @Field(() => MatchRunnerUpView, { nullable: true, description: "Empty when nobody else was possible, and for a coordinator's own choice." })
  runnerUp!: MatchRunnerUpView | null;

  @Field(() => String, { nullable: true, description: 'Why a coordinator proposed somebody whom the engine would not have.' })
  overrideReason!: string | null;

  @Field(() => Instant, { nullable: true, description: 'Empty until a coordinator has approved it: neither mentor nor family knows of it before.' })
  approvedAt!: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true, description: 'When it closes by itself. Empty of old proposals.' })
  answerBy!: Temporal.Instant | null;

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

  static from(proposal: Row<MatchProposal>, told: ToldOfProposal): MatchProposalView {
    const { id, needId, mentorRole, participantId, status, score, reasons, sharedLanguages, proposedAt, mentorAcceptedAt, participantAcceptedAt, closedAt, declinedBy } = proposal;
    return Object.assign(new MatchProposalView(), {
      ...{ id, needId, mentorRole, participantId, status, score, reasons, sharedLanguages, proposedAt, mentorAcceptedAt, participantAcceptedAt, closedAt, declinedBy, declineReason: told.declineReason },
      mentor: PersonReference.to(proposal.mentorId),
      proposedByRun: proposal.runId !== null,
      ...{ overrideReason: told.overrideReason, answerBy: proposal.answerBy, approvedAt: proposal.approvedAt, missedWishes: told.missedWishes.map(({ kind, value }) => ({ kind, value })), constraintsMet: proposal.constraintsMet ?? [], constraintsAgainst: proposal.constraintsAgainst ?? [] },
      runnerUp: proposal.runnerUp && { mentor: PersonReference.to(proposal.runnerUp.mentorId), score: proposal.runnerUp.score, because: proposal.runnerUp.because },
      grounds: groundsOf(proposal, told),
    });
  }
}

/** What its words are made of. */
export const groundsOf = ({ reasons, sharedLanguages, constraintsMet, constraintsAgainst, runnerUp, runId }: Row<MatchProposal>, { missedWishes, overrideReason }: ProposalWords): Because => ({
  ...{ reasons, sharedLanguages, missedWishes, met: constraintsMet ?? [], against: constraintsAgainst ?? [] },
  ...{ runnerUp: runnerUp ?? null, overrideReason, chosen: runId === null },
});

@ObjectType()
export class MatchProposalPage extends pageOf(MatchProposalView) {}
