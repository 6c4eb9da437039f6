import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { MatchProposal } from './match-proposal.entity.ts';

@InputType()
export class WithdrawProposalInput {
  @Field(() => UUID)
  proposalId!: Id<'MatchProposal'>;
}

/** A coordinator takes a proposal back that is still open. */
@Injectable()
export class WithdrawProposal {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ proposalId }: WithdrawProposalInput): Promise<Id<'MatchProposal'>> {
    return this.db.transact(async (tx) => {
      const proposal = await tx.lock(MatchProposal, proposalId);
      proposal.withdraw(this.clock.now());
      return proposal.id;
    });
  }
}
