import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { AskLedger, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { OwnWords } from '../own-words/own-words.ts';
import { beginMatch } from '../matches/begin-match.ts';
import { peopleOf } from '../needs/connection-party.entity.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { MentorProfile } from '../profiles/mentor-profile.entity.ts';
import { MatchProposal } from './match-proposal.entity.ts';
import { notPossible } from './proposals.errors.ts';
import { requireStillPossible } from './require-still-possible.ts';
import { sideOf } from './side-of.ts';

@InputType()
export class AcceptProposalInput {
  @Field(() => UUID)
  proposalId!: Id<'MatchProposal'>;
}

/** The mentor, or the participant, says yes. The second yes makes the match, when nothing has come between since it was proposed. */
@Injectable()
export class AcceptProposal {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
    private readonly ledger: AskLedger,
  ) {}

  run({ proposalId }: AcceptProposalInput): Promise<Id<'MatchProposal'>> {
    return this.db.transact(async (tx) => {
      const seen = await tx.get(MatchProposal, proposalId);
      const side = await sideOf(tx, seen);
      const { mentorId, participantId, mentorRole } = seen;
      const now = this.clock.now();
      if (seen.status === 'PROPOSED') await this.#holdStill(tx, mentorId, mentorRole, participantId, now);
      const proposal = await tx.lock(MatchProposal, proposalId);
      const wasOpen = proposal.isOpen();
      proposal.accept(side, now);
      if (wasOpen) {
        await tx.lock(MentorNeed, proposal.needId);
        await requireStillPossible(this.words, tx, [proposal], now, notPossible);
      }
      if (wasOpen && !proposal.isOpen()) await beginMatch(tx, proposal, now);
      return proposal.id;
    });
  }

  /** The ledger of contact and the mentor's profile stay as they are until this is committed. Everybody takes these locks in this order. */
  async #holdStill(tx: Transaction, mentorId: Id<'Person'>, mentorRole: MatchProposal['mentorRole'], participantId: Id<'Participant'>, at: Temporal.Instant): Promise<void> {
    for (const person of await peopleOf(tx, participantId)) await this.ledger.requireContact(tx, { channel: 'IN_PERSON', at, between: [mentorId], and: [], alsoPresent: [person] });
    const profile = await tx.first(MentorProfile, { personId: mentorId, mentorRole });
    if (!profile) throw notPossible();
    await tx.lock(MentorProfile, profile.id);
  }
}
