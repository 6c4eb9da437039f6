import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { MatchProposal } from './match-proposal.entity.ts';
import { approve } from './propose.ts';

/** As many as one page of proposals holds. */
const atOnce = 100;

@InputType()
export class ApproveProposalsInput {
  @Field(() => [UUID], { description: `1 to ${atOnce}: all of them are approved, or none.` })
  proposalIds!: Id<'MatchProposal'>[];
}

/** A coordinator lets mentors and families be asked. What is approved already stays as it is. */
@Injectable()
export class ApproveProposals {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ proposalIds }: ApproveProposalsInput): Promise<Id<'MatchProposal'>[]> {
    const ids = [...new Set(proposalIds)].sort();
    if (ids.length === 0 || ids.length > atOnce) throw new DomainError('MATCHING.TOO_MANY_PROPOSALS', `Approve 1 to ${atOnce} proposals at a time.`);
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      for (const id of ids) await approve(tx, await tx.lock(MatchProposal, id), now);
      return ids;
    });
  }
}
