import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { MentorNeedView } from '../needs/mentor-need.view.ts';
import { MatchProposal } from '../proposals/match-proposal.entity.ts';
import { MatchProposalView } from '../proposals/match-proposal.view.ts';
import { MatchRun } from './match-run.entity.ts';
import { MatchRunView, UnmatchedNeedView } from './match-run.view.ts';

/** Reads what a run proposed, and for whom it found nobody. */
@Injectable()
export class MatchRuns {
  constructor(private readonly db: CountyDb) {}

  byId(runId: string): Promise<MatchRunView> {
    return this.db.read(async (reader) => {
      const { id, startedAt, unmatched } = await reader.getRow(MatchRun, runId);
      const proposals = await reader.rows(MatchProposal, { runId: id }, { orderBy: { score: 'desc', id: 'asc' } });
      const needs = await reader.rows(MentorNeed, { id: { $in: unmatched.map(({ needId }) => needId) } });
      return MatchRunView.from({
        id,
        startedAt,
        proposals: proposals.map(MatchProposalView.from),
        unmatched: unmatched.flatMap(({ needId, because }) => needs.filter((need) => need.id === needId).map((need) => UnmatchedNeedView.of(MentorNeedView.from(need), because))),
      });
    });
  }
}
