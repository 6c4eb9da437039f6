import type { Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { OwnWords } from '../own-words/own-words.ts';
import { MentorMatch } from '../matches/mentor-match.entity.ts';
import { participantsOf, peopleOf } from '../needs/connection-party.entity.ts';
import { ownLanguage } from '../people/own-language.ts';
import { MatchProposal, type MatchProposalStatus, type ProposalWords } from './match-proposal.entity.ts';
import { MatchProposalView } from './match-proposal.view.ts';
import { MyMatchProposalView } from './my-match-proposal.view.ts';
import { sideOf } from './side-of.ts';

/** Reads proposals: whole for a coordinator, and for the two themselves what each may know. */
@Injectable()
export class MatchProposals {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
  ) {}

  page(args: PageArgs, { status, approved }: { readonly status: `${MatchProposalStatus}` | null; readonly approved: boolean | null }): Promise<Page<MatchProposalView>> {
    const which = { ...(status && { status }), ...(approved !== null && { approvedAt: approved ? { $ne: null } : null }) };
    return this.db.read(async (reader) => {
      const { nodes, pageInfo } = await readPage(reader, MatchProposal, which, args, (proposal) => proposal);
      return { nodes: await proposalViews(this.db, this.words, reader, nodes), pageInfo };
    });
  }

  byId(id: Id<'MatchProposal'>): Promise<MatchProposalView> {
    return this.db.read(async (reader) => (await proposalViews(this.db, this.words, reader, [await reader.getRow(MatchProposal, id)]))[0]!); // one view for each proposal
  }

  byIds(ids: readonly Id<'MatchProposal'>[]): Promise<MatchProposalView[]> {
    return this.db.read(async (reader) => proposalViews(this.db, this.words, reader, await reader.rows(MatchProposal, { id: { $in: [...ids] } }, { orderBy: { id: 'asc' } })));
  }

  /** The newest first. */
  mine(): Promise<MyMatchProposalView[]> {
    return this.db.read(async (reader) => {
      const person = reader.context.actor.person as Id<'Person'>; // whoever is signed in is a person
      const participants = await participantsOf(reader, person);
      const proposals = await reader.rows(MatchProposal, { approvedAt: { $ne: null }, $or: [{ mentorId: person }, { participantId: { $in: participants } }] }, { orderBy: { id: 'desc' } });
      const told = await this.words.ofProposals(reader, proposals);
      return Promise.all(proposals.map((proposal, index) => viewForParty(reader, proposal, told[index]!))); // one of each proposal
    });
  }

  /** Throws `NOT_FOUND` for whoever is neither of the two, and for both before it is approved. */
  mineById(id: Id<'MatchProposal'>): Promise<MyMatchProposalView> {
    return this.db.read(async (reader) => {
      const proposal = await reader.getRow(MatchProposal, id);
      const [told] = await this.words.ofProposals(reader, [proposal]);
      return viewForParty(reader, proposal, told!); // one of each proposal
    });
  }
}

/** For staff, in their order. What they read of the families' own words is written down before it leaves. */
export async function proposalViews(db: CountyDb, words: OwnWords, reader: Reader, proposals: readonly Row<MatchProposal>[]): Promise<MatchProposalView[]> {
  const told = await words.ofProposals(reader, proposals);
  const telling = proposals.filter(({ wordsOf, declineOf }) => wordsOf ?? declineOf);
  if (telling.length > 0) await db.auditProtectedRead('MatchProposal.words', 'MatchProposal', telling.map(({ id }) => id));
  return proposals.map((proposal, index) => MatchProposalView.from(proposal, told[index]!)); // one of each proposal
}

/** The two know each other while they are matched. */
async function viewForParty(reader: Reader, proposal: Row<MatchProposal>, told: ProposalWords): Promise<MyMatchProposalView> {
  const mySide = await sideOf(reader, proposal);
  const matched = (await reader.count(MentorMatch, { proposalId: proposal.id, endedAt: null })) > 0;
  return MyMatchProposalView.from(proposal, { mySide, told, theirs: await ownLanguage(reader), people: matched ? await peopleOf(reader, proposal.participantId) : null });
}
