import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { OwnWords } from '../own-words/own-words.ts';
import { MatchProposal } from './match-proposal.entity.ts';
import { needNotOpen, notPossible, refusedBy } from './proposals.errors.ts';
import { approve } from './propose.ts';
import { requireStillPossible, type Obstacle } from './require-still-possible.ts';

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
      await requireStillPossible(this.words, tx, proposals.filter((proposal) => proposal.isOpen() && !proposal.approvedAt), now, whyNot);
      for (const proposal of proposals) await approve(tx, proposal, now);
      return ids;
    });
  }
}

/** What a coordinator hears, who may know it, as `proposeMatch` says it. */
function whyNot(obstacle: Obstacle): DomainError {
  if (obstacle === 'NOT_WAITING') return needNotOpen();
  return obstacle === 'GONE' ? notPossible() : refusedBy(obstacle);
}
