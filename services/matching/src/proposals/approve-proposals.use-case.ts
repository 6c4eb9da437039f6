import { Clock, DomainError, type Id, type Temporal } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { hardConstraint } from '../engine/constraints.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { OwnWords } from '../own-words/own-words.ts';
import { mentorLoads } from '../profiles/mentor-load.ts';
import { mentorsFor, needsAsAsked } from '../runs/matching-input.ts';
import { MatchProposal } from './match-proposal.entity.ts';
import { mentorFull, needNotOpen, notPossible, refusedBy } from './proposals.errors.ts';
import { approve } from './propose.ts';

/** As many as one page of proposals holds. */
const atOnce = 100;

@InputType()
export class ApproveProposalsInput {
  @Field(() => [UUID], { description: `1 to ${atOnce}: all of them are approved, or none.` })
  proposalIds!: Id<'MatchProposal'>[];
}

/** A coordinator lets mentors and families be asked, as far as the two are still possible. What is approved already stays as it is. */
@Injectable()
export class ApproveProposals {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
  ) {}

  run({ proposalIds }: ApproveProposalsInput): Promise<Id<'MatchProposal'>[]> {
    const ids = [...new Set(proposalIds)].sort();
    if (ids.length === 0 || ids.length > atOnce) throw new DomainError('MATCHING.TOO_MANY_PROPOSALS', `Approve 1 to ${atOnce} proposals at a time.`);
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const proposals: MatchProposal[] = [];
      for (const id of ids) proposals.push(await tx.lock(MatchProposal, id));
      await this.#requirePossible(tx, proposals.filter((proposal) => proposal.isOpen() && !proposal.approvedAt), now);
      for (const proposal of proposals) await approve(tx, proposal, now);
      return ids;
    });
  }

  /** What has come between since they were proposed; both are asked again when they say yes. Throws as `proposeMatch` does. */
  async #requirePossible(tx: Transaction, proposals: readonly MatchProposal[], now: Temporal.Instant): Promise<void> {
    const waiting = await tx.find(MentorNeed, { id: { $in: proposals.map(({ needId }) => needId) } });
    const needs = await needsAsAsked(this.words, tx, waiting, now);
    const mentors = await mentorsFor(this.words, tx, { personId: { $in: proposals.map(({ mentorId }) => mentorId) } }, now);
    for (const { needId, mentorId, mentorRole } of proposals) {
      const need = needs.find(({ id }) => id === needId);
      const mentor = mentors.find((one) => one.personId === mentorId && one.mentorRole === mentorRole);
      if (!waiting.some((one) => one.id === needId && one.isOpen())) throw needNotOpen();
      if (!need || !mentor) throw notPossible();
      const constraint = hardConstraint(need, mentor);
      if (constraint) throw refusedBy(constraint);
      const [load] = await mentorLoads(tx, [{ personId: mentorId, mentorRole }]);
      if ((load?.matches ?? 0) >= mentor.capacity) throw mentorFull();
    }
  }
}
