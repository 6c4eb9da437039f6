import { Module } from '@nestjs/common';
import { RunsModule } from '../runs/runs.module.ts';
import { AcceptProposal } from './accept-proposal.use-case.ts';
import { ApproveProposals } from './approve-proposals.use-case.ts';
import { DeclineProposal } from './decline-proposal.use-case.ts';
import { MatchProposals } from './match-proposals.query.ts';
import { MatchProposalsResolver } from './match-proposals.resolver.ts';
import { MyMatchProposalsResolver } from './my-match-proposals.resolver.ts';
import { ProposeMatch } from './propose-match.use-case.ts';
import { WithdrawProposal } from './withdraw-proposal.use-case.ts';

@Module({ imports: [RunsModule], providers: [MatchProposals, MatchProposalsResolver, MyMatchProposalsResolver, ProposeMatch, ApproveProposals, AcceptProposal, DeclineProposal, WithdrawProposal] })
export class ProposalsModule {}
