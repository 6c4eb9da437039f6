import type { Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { MentorMatch } from '../matches/mentor-match.entity.ts';
import { participantsOf, peopleOf } from '../needs/connection-party.entity.ts';
import { ownLanguage } from '../people/own-language.ts';
import { MatchProposal, type MatchProposalStatus } from './match-proposal.entity.ts';
import { MatchProposalView } from './match-proposal.view.ts';
import { MyMatchProposalView } from './my-match-proposal.view.ts';
import { sideOf } from './side-of.ts';

/** Reads proposals: whole for a coordinator, and for the two themselves what each may know. */
@Injectable()
export class MatchProposals {
  constructor(private readonly db: CountyDb) {}

  page(args: PageArgs, { status, approved }: { readonly status: `${MatchProposalStatus}` | null; readonly approved: boolean | null }): Promise<Page<MatchProposalView>> {
    const which = { ...(status && { status }), ...(approved !== null && { approvedAt: approved ? { $ne: null } : null }) };
    return this.db.read((reader) => readPage(reader, MatchProposal, which, args, MatchProposalView.from));
  }

  byId(id: Id<'MatchProposal'>): Promise<MatchProposalView> {
    return this.db.read(async (reader) => MatchProposalView.from(await reader.getRow(MatchProposal, id)));
  }

  byIds(ids: readonly Id<'MatchProposal'>[]): Promise<MatchProposalView[]> {
    return this.db.read(async (reader) => (await reader.rows(MatchProposal, { id: { $in: [...ids] } }, { orderBy: { id: 'asc' } })).map(MatchProposalView.from));
  }

  /** The newest first. */
  mine(): Promise<MyMatchProposalView[]> {
    return this.db.read(async (reader) => {
      const person = reader.context.actor.person as Id<'Person'>; // whoever is signed in is a person
      const participants = await participantsOf(reader, person);
      const proposals = await reader.rows(MatchProposal, { approvedAt: { $ne: null }, $or: [{ mentorId: person }, { participantId: { $in: participants } }] }, { orderBy: { id: 'desc' } });
      return Promise.all(proposals.map((proposal) => viewForParty(reader, proposal)));
    });
  }

  /** Throws `NOT_FOUND` for whoever is neither of the two, and for both before it is approved. */
  mineById(id: Id<'MatchProposal'>): Promise<MyMatchProposalView> {
    return this.db.read(async (reader) => viewForParty(reader, await reader.getRow(MatchProposal, id)));
  }
}

/** The two know each other while they are matched. */
async function viewForParty(reader: Reader, proposal: Row<MatchProposal>): Promise<MyMatchProposalView> {
  const mySide = await sideOf(reader, proposal);
  const matched = (await reader.count(MentorMatch, { proposalId: proposal.id, endedAt: null })) > 0;
  return MyMatchProposalView.from(proposal, { mySide, theirs: await ownLanguage(reader), people: matched ? await peopleOf(reader, proposal.participantId) : null });
}
