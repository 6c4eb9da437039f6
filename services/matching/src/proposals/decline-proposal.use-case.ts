import { MatchDeclinedV1 } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { OwnWords } from '../own-words/own-words.ts';
import { LookForNextBest } from '../runs/look-for-next-best.ts';
import { MatchProposal } from './match-proposal.entity.ts';
import { sideOf } from './side-of.ts';

@InputType()
export class DeclineProposalInput {
  @Field(() => UUID)
  proposalId!: Id<'MatchProposal'>;

  @Field(() => String, { nullable: true, description: 'For the coordinator, who looks for somebody else; the other side never reads it. Nobody has to give one.' })
  reason?: string | null;
}

/** The mentor, or the participant, says no. The need goes on waiting, the engine does not propose these two again, and the next best is looked for at once. */
@Injectable()
export class DeclineProposal {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
    private readonly nextBest: LookForNextBest,
  ) {}

  async run({ proposalId, reason = null }: DeclineProposalInput): Promise<Id<'MatchProposal'>> {
    const declined = await this.db.transact(async (tx) => {
      const side = await sideOf(tx, await tx.get(MatchProposal, proposalId));
      const proposal = await tx.lock(MatchProposal, proposalId);
      const now = this.clock.now();
      proposal.decline(side, now);
      if (reason?.trim()) proposal.keepDecline(reason, await this.words.keyOf(tx, tx.context.actor.person as Id<'Person'>)); // who answers is a person
      const { id, mentorRole, mentorId, participantId } = proposal;
      tx.emit(MatchDeclinedV1, { proposalId: id, mentorRole, mentorId, participantId, declinedAt: now.toString() });
      return id;
    });
    this.nextBest.wake();
    return declined;
  }
}
