import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { OwnWords } from '../own-words/own-words.ts';
import { MentorNeed } from '../needs/mentor-need.entity.ts';
import { MentorNeedView } from '../needs/mentor-need.view.ts';
import { MatchProposal } from '../proposals/match-proposal.entity.ts';
import { proposalViews } from '../proposals/match-proposals.query.ts';
import { MatchRun, type RunQuality } from './match-run.entity.ts';
import { MatchRunQualityView, MatchRunView, UnmatchedNeedView } from './match-run.view.ts';

/** Reads what runs proposed, for whom they found nobody, and how good they were. */
@Injectable()
export class MatchRuns {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
  ) {}

  byId(runId: string): Promise<MatchRunView> {
    return this.db.read(async (reader) => (await this.#views(reader, [await reader.getRow(MatchRun, runId)]))[0]!); // one view for each run
  }

  page(args: PageArgs): Promise<Page<MatchRunView>> {
    return this.db.read(async (reader) => {
      const { nodes, pageInfo } = await readPage(reader, MatchRun, {}, args, (run) => run);
      return { nodes: await this.#views(reader, nodes), pageInfo };
    });
  }

  async #views(reader: Reader, runs: readonly Row<MatchRun>[]): Promise<MatchRunView[]> {
    const proposals = await reader.rows(MatchProposal, { runId: { $in: runs.map(({ id }) => id) } }, { orderBy: { score: 'desc', id: 'asc' } });
    const needs = await reader.rows(MentorNeed, { id: { $in: runs.flatMap(({ unmatched }) => unmatched.map(({ needId }) => needId)) } });
    const needOf = new Map(needs.map((need) => [need.id, need]));
    const shown = await proposalViews(this.db, this.words, reader, proposals);
    return runs.map(({ id, startedAt, finishedAt, givenUp, unmatched, quality }) =>
      MatchRunView.from({
        ...{ id, startedAt, finishedAt: finishedAt ?? null, givenUp, quality: quality ? shownQuality(quality) : null },
        proposals: shown.filter((_, index) => proposals[index]?.runId === id),
        unmatched: unmatched.flatMap((left) => {
          const need = needOf.get(left.needId);
          return need ? [UnmatchedNeedView.of(MentorNeedView.from(need), left)] : [];
        }),
      }),
    );
  }
}

function shownQuality({ gap, weights, quotas, quotasVersion, protectedWishes, cameFirst, ...quality }: RunQuality): MatchRunQualityView {
  const later = { gap: gap ?? null, quotas: quotas ?? [], quotasVersion: quotasVersion ?? null, protectedWishes: protectedWishes ?? null, cameFirst: cameFirst ?? null };
  return Object.assign(new MatchRunQualityView(), { ...quality, ...later, weightsVersion: weights.version });
}
