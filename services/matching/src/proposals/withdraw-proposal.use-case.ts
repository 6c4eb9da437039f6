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

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the engine is to propose these two no more. A coordinator still may, with a reason.' })
  notAgain!: boolean;
}

/** A coordinator takes a proposal back that is still open, or does not approve it. */
@Injectable()
export class WithdrawProposal {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ proposalId, notAgain }: WithdrawProposalInput): Promise<Id<'MatchProposal'>> {
    return this.db.transact(async (tx) => {
      const proposal = await tx.lock(MatchProposal, proposalId);
      proposal.withdraw(this.clock.now(), { notAgain });
      return proposal.id;
    });
  }
}
