import type { Id } from '@fc/domain-kernel';
import { CountyDb, CountyJobs, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
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
      profile.sealPlain(await this.words.keyOfMentor(tx, profile.personId));
    });
    await this.#each<'MentorNeed'>(`select id from mentor_need where wishes <> '[]'`, async (tx, id) => {
      const need = await tx.lock(MentorNeed, id);
      need.sealPlain(await this.words.keyOfFamily(tx, need.participantId));
    });
    await this.#each<'MatchProposal'>(`select id from match_proposal where missed_wishes <> '[]'`, async (tx, id) => {
      const proposal = await tx.lock(MatchProposal, id);
      proposal.keepMissed(proposal.missedWishes ?? [], await this.words.keyOfFamily(tx, proposal.participantId));
    });
  }

  async #each<Kind extends string>(plain: string, seal: (tx: Transaction, id: Id<Kind>) => Promise<void>): Promise<void> {
    const rows = await this.db.read((reader) => reader.sql<{ id: Id<Kind> }>(plain, []));
    for (const { id } of rows) await this.db.transact((tx) => seal(tx, id));
  }
}
