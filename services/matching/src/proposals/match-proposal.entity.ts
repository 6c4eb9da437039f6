import { newId, requireText, Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make, type PersonKey, type Place, type Row } from '@fc/tenancy';
import type { BindingConstraint, Reason, RunnerUp, Trait } from '../engine/matching-problem.ts';
import { openJson, sealJson } from '../own-words/sealed-json.ts';
import { mentorRoles, type MentorNeed, type WordsKey } from '../needs/mentor-need.entity.ts';
import { proposalClosed } from './proposals.errors.ts';

export enum MatchProposalStatus {
  PROPOSED = 'PROPOSED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  TIMED_OUT = 'TIMED_OUT',
}
const statuses: readonly `${MatchProposalStatus}`[] = Object.values(MatchProposalStatus);

/** Who says yes or no to a proposal: the mentor, and the parent or any caregiver of the household. */
export enum ProposalSide {
  MENTOR = 'MENTOR',
  PARTICIPANT = 'PARTICIPANT',
}
export const proposalSides: readonly `${ProposalSide}`[] = Object.values(ProposalSide);

/** Why a mentor was proposed. */
export interface ProposalGrounds {
  readonly score: number;
  readonly reasons: readonly Reason[];
  readonly sharedLanguages: readonly string[];
  readonly missedWishes: readonly Trait[];
  readonly met: readonly BindingConstraint[];
  /** What does not hold, and a coordinator goes against. */
  readonly against: readonly BindingConstraint[];
  /** Who came next; null when nobody else was possible, or a coordinator chose. */
  readonly runnerUp: NextBest | null;
  /** A coordinator's, where they went against the engine. */
  readonly overrideReason: string | null;
}

/** What a proposal keeps that nobody reads out of a database. */
export type ProposalWords = Pick<ProposalGrounds, 'missedWishes' | 'overrideReason'>;

/** The runner-up as a person. */
export interface NextBest extends Omit<RunnerUp, 'mentorId'> {
  readonly mentorId: Id<'Person'>;
}

const schema = defineEntity({
  name: 'MatchProposal',
  tableName: 'match_proposal',
  uniques: [{ name: 'match_proposal_one_open', properties: ['needId'], where: `status = 'PROPOSED'` }],
  properties: {
    id: column.id<'MatchProposal'>(),
    needId: column.ref<'MentorNeed'>(),
    participantId: column.ref<'Participant'>().index(),
    mentorRole: column.oneOf(mentorRoles),
    mentorId: column.ref<'Person'>().index(),
    /** The run that proposed it; null for a coordinator's own choice. */
    runId: column.ref<'MatchRun'>().nullable().index(),
    score: column.integer(),
    reasons: column.json<readonly Reason[]>(),
    sharedLanguages: column.texts(),
    /** `ProposalWords`, for the key of `wordsOf`, who is one of the family; null where there are none. */
    wordsSealed: column.sealed().nullable(),
    wordsOf: column.ref<'Person'>().nullable(),
    /** In plain words an older version wrote them, and the two reasons below; empty once sealed, and null of the first proposals, which kept none. The runner-up is null also when there was nobody else. */
    missedWishes: column.json<readonly Trait[]>().nullable(),
    /** Null of the first proposals, which kept neither. */
    constraintsMet: column.texts().$type<BindingConstraint[]>().nullable(),
    constraintsAgainst: column.texts().$type<BindingConstraint[]>().nullable(),
    runnerUp: column.json<NextBest>().nullable(),
    overrideReason: column.text().nullable(),
    /** When a coordinator approved it, or chose it: from then on mentor and family know of it. */
    approvedAt: column.instant().nullable(),
    /** Until when the two answer, or a coordinator approves it. Null of the first proposals, which waited for good. */
    answerBy: column.instant().nullable(),
    status: column.oneOf(statuses),
    proposedAt: column.instant(),
    mentorAcceptedAt: column.instant().nullable(),
    participantAcceptedAt: column.instant().nullable(),
    closedAt: column.instant().nullable(),
    declinedBy: column.oneOf(proposalSides).nullable(),
    /** For coordinators, and for the key of `declineOf`, who said it; the other side never reads it. */
    declineSealed: column.sealed().nullable(),
    declineOf: column.ref<'Person'>().nullable(),
    declineReason: column.text().nullable(),
    /** A coordinator took it back for good: the engine proposes the two no more. */
    notAgain: column.boolean().defaultRaw('false'),
    /** Somebody was asked and it came to nothing: the next best is to be looked for. */
    nextBestDue: column.boolean().defaultRaw('false'),
    version: column.version(),
  },
});

/** A mentor is proposed for a participant. Once it is approved both are asked, and it becomes a match when both have said yes. */
export class MatchProposal extends schema.class {
  static propose(
    need: Pick<MentorNeed, 'id' | 'participantId' | 'mentorRole'>,
    mentorId: Id<'Person'>,
    because: ProposalGrounds,
    runId: Id<'MatchRun'> | null,
    at: Temporal.Instant,
    answerBy: Temporal.Instant,
  ): MatchProposal {
    return make(MatchProposal, {
      id: newId<'MatchProposal'>(),
      needId: need.id,
      participantId: need.participantId,
      mentorRole: need.mentorRole,
      mentorId,
      runId,
      score: because.score,
      reasons: because.reasons,
      sharedLanguages: [...because.sharedLanguages],
      ...{ wordsSealed: null, wordsOf: null, missedWishes: [] },
      constraintsMet: [...because.met],
      constraintsAgainst: [...because.against],
      runnerUp: because.runnerUp,
      overrideReason: null,
      answerBy,
      status: 'PROPOSED',
      proposedAt: at,
      approvedAt: null,
      mentorAcceptedAt: null,
      participantAcceptedAt: null,
      closedAt: null,
      declinedBy: null,
      ...{ declineSealed: null, declineOf: null, declineReason: null },
      notAgain: false,
      nextBestDue: false,
    });
  }

  /** Keeps what the mentor does not meet of what the family asked for, and why a coordinator chose them all the same. Throws `TEXT_...`. */
  keepWords({ missedWishes, overrideReason }: ProposalWords, { of, key }: WordsKey): void {
    const reason = overrideReason?.trim() ? requireText(overrideReason, { field: 'The reason', max: 1_000 }) : null;
    const said = missedWishes.length > 0 || reason !== null;
    this.wordsSealed = said ? sealJson(key, placeOf(this.id, 'wordsSealed'), { missedWishes, overrideReason: reason }) : null;
    this.wordsOf = said ? of : null;
    this.missedWishes = [];
    this.overrideReason = null;
  }

  static openWords({ id, wordsSealed }: Pick<Row<MatchProposal>, 'id' | 'wordsSealed'>, key: PersonKey): ProposalWords {
    return wordsSealed ? openJson<ProposalWords>(key, placeOf(id, 'wordsSealed'), wordsSealed) : { missedWishes: [], overrideReason: null };
  }

  static openDecline({ id, declineSealed }: Pick<Row<MatchProposal>, 'id' | 'declineSealed'>, key: PersonKey): string | null {
    return declineSealed ? openJson<string>(key, placeOf(id, 'declineSealed'), declineSealed) : null;
  }

  /** Why somebody said no, for their own key. Throws `TEXT_...`. */
  keepDecline(reason: string, { of, key }: WordsKey): void {
    this.declineSealed = sealJson(key, placeOf(this.id, 'declineSealed'), requireText(reason, { field: 'The reason', max: 1_000 }));
    this.declineOf = of;
    this.declineReason = null;
  }

  isOpen(): boolean {
    return this.status === 'PROPOSED';
  }

  /** Mentor and family are asked from now on, and have until `answerBy`. False when it was approved before. Throws `MATCHING.PROPOSAL_CLOSED`. */
  approve(at: Temporal.Instant, answerBy: Temporal.Instant): boolean {
    if (this.approvedAt) return false;
    this.requireOpen();
    this.approvedAt = at;
    this.answerBy = answerBy;
    return true;
  }

  /** One side says yes; saying it again changes nothing. Throws `MATCHING.PROPOSAL_CLOSED`. */
  accept(side: `${ProposalSide}`, at: Temporal.Instant): void {
    if (this.status === 'ACCEPTED') return;
    this.requireOpen();
    if (this.answerBy && Temporal.Instant.compare(this.answerBy, at) <= 0) throw proposalClosed();
    if (side === 'MENTOR') this.mentorAcceptedAt ??= at;
    else this.participantAcceptedAt ??= at;
    if (this.mentorAcceptedAt && this.participantAcceptedAt) this.close('ACCEPTED', at);
  }

  /** Either side says no. Throws `MATCHING.PROPOSAL_CLOSED`. */
  decline(side: `${ProposalSide}`, at: Temporal.Instant): void {
    this.requireOpen();
    this.declinedBy = side;
    this.nextBestDue = true;
    this.close('DECLINED', at);
  }

  /** It is taken back before both have answered; nobody has said no. `notAgain`: the engine is not to come back to it. Throws `MATCHING.PROPOSAL_CLOSED`. */
  withdraw(at: Temporal.Instant, { notAgain = false } = {}): void {
    this.requireOpen();
    this.notAgain = notAgain;
    this.close('WITHDRAWN', at);
  }

  /** Nobody answered in time; that is no no. What no coordinator approved in time was asked of nobody. */
  timeOut(at: Temporal.Instant): void {
    if (!this.isOpen()) return;
    this.nextBestDue = this.approvedAt !== null;
    this.close('TIMED_OUT', at);
  }

  private requireOpen(): void {
    if (!this.isOpen()) throw proposalClosed();
  }

  private close(status: 'ACCEPTED' | 'DECLINED' | 'WITHDRAWN' | 'TIMED_OUT', at: Temporal.Instant): void {
    this.status = status;
    this.closedAt = at;
  }
}
schema.setClass(MatchProposal);
export const matchProposalSchema = schema;

const placeOf = (id: string, field: 'wordsSealed' | 'declineSealed'): Place => ({ record: 'MatchProposal', id, field });
