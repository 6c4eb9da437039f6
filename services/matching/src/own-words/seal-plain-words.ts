import type { Id } from '@fc/domain-kernel';
import { CountyDb, CountyJobs, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { HandOver } from '../hand-overs/hand-over.entity.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { MentorProfile } from '../profiles/mentor-profile.entity.ts';
import { MatchProposal } from '../proposals/match-proposal.entity.ts';
import { OwnWords } from './own-words.ts';

/** Seals what an older version wrote in plain words, row by row; what is sealed once is not looked at again. */
@Injectable()
export class SealPlainWords {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    jobs: CountyJobs,
  ) {
    jobs.add('seal-plain-words', () => this.run());
  }

  async run(): Promise<void> {
    await this.#each<'MentorProfile'>(`select id from mentor_profile where traits <> '[]' or limits <> '{}'`, async (tx, id) => {
      const profile = await tx.lock(MentorProfile, id);
      profile.sealPlain((await this.words.keyOf(tx, profile.personId)).key);
    });
    await this.#each<'MentorNeed'>(`select id from mentor_need where wishes <> '[]'`, async (tx, id) => {
      const need = await tx.lock(MentorNeed, id);
      need.sealPlain(await this.words.keyOfFamily(tx, need.participantId));
    });
    await this.#each<'MatchProposal'>(`select id from match_proposal where missed_wishes <> '[]' or override_reason is not null`, async (tx, id) => {
      const proposal = await tx.lock(MatchProposal, id);
      proposal.keepWords({ missedWishes: proposal.missedWishes ?? [], overrideReason: proposal.overrideReason ?? null }, await this.words.keyOfFamily(tx, proposal.participantId));
    });
    await this.#each<'MatchProposal'>(`select id from match_proposal where decline_reason is not null`, async (tx, id) => {
      const proposal = await tx.lock(MatchProposal, id);
      const by = proposal.declinedBy === 'MENTOR' ? this.words.keyOf(tx, proposal.mentorId) : this.words.keyOfFamily(tx, proposal.participantId);
      if (proposal.declineReason) proposal.keepDecline(proposal.declineReason, await by);
    });
    await this.#each<'MentorNeed'>(`select need_id as id from hand_over where draft is not null or agreed is not null`, async (tx, id) => {
      const { participantId } = await tx.lock(MentorNeed, id);
      const handOver = await tx.first(HandOver, { needId: id });
      if (handOver) handOver.sealPlain(await this.words.keyOfHandOver(tx, handOver, participantId));
    });
  }

  async #each<Kind extends string>(plain: string, seal: (tx: Transaction, id: Id<Kind>) => Promise<void>): Promise<void> {
    const rows = await this.db.read((reader) => reader.sql<{ id: Id<Kind> }>(plain, []));
    for (const { id } of rows) await this.db.transact((tx) => seal(tx, id));
  }
}
