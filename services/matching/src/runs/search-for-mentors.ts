import { Clock, Temporal, type Id } from '@fc/domain-kernel';
import { countyContext, CountyDb, CountyJobs, type CountyJob, type Transaction } from '@fc/tenancy';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { OwnWords } from '../own-words/own-words.ts';
import type { MatchingProblem, MatchingResult, Proposal } from '../engine/matching-problem.ts';
import { isSame, stillHolds } from '../engine/still-holds.ts';
import { proposeAtOnce, proposeInWorker } from '../engine/worker/propose-in-worker.ts';
import { holdMentorsStill } from '../proposals/propose.ts';
import { comesFirst } from './comes-first.ts';
import { solveInTurn } from './in-turn.ts';
import { MatchRun, type Search } from './match-run.entity.ts';
import { problemOf, type WaitingNeed } from './matching-input.ts';
import { finish, mostAtOnce, proposeFound, type Found } from './run-over.ts';
import { stillWaiting } from './waiting-needs.ts';

/** Where a search is of several parts, each has so many seconds at least. */
const atLeast = 1;

/** So long after the end of its search, in seconds, a process has a run in hand; a process that died is taken for dead after that. */
const toPropose = 60;

/**
 * Goes on with the runs that were not finished at once. It reads, searches while nothing is held still, and then proposes what
 * still holds; for whom something came between, somebody is looked for anew, by another run where they are very many. One process
 * at a time has a run in hand, and another takes it up when that one has died. What cannot be read is tried again until it can; a
 * search that fails, or takes its process down, is tried a few times, and then the run is given up.
 */
@Injectable()
export class SearchForMentors implements OnModuleDestroy {
  readonly #job: CountyJob;
  readonly #leaving = new AbortController();

  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
    jobs: CountyJobs,
  ) {
    this.#job = jobs.add('search-for-mentors', () => this.#round());
  }

  /** A run may have to go on in the county of this piece of work. */
  wake(): void {
    this.#job.wake(countyContext().county.slug);
  }

  /** Ends a search in hand, and leaves the run to another process. */
  onModuleDestroy(): void {
    this.#leaving.abort();
  }

  /** Answers in how many milliseconds to look again, while another process has a run in hand. */
  async #round(): Promise<number | void> {
    const others: number[] = [];
    for (const { id } of await this.db.read((reader) => reader.rows(MatchRun, { finishedAt: null }, { orderBy: { startedAt: 'asc' } }))) {
      if (this.#leaving.signal.aborted) return;
      const now = this.clock.now();
      const inHand = countyContext().county.settings.matchSearchSeconds + toPropose;
      const taken = await this.db.transact(async (tx) => (await tx.lock(MatchRun, id)).takeInHand(now, inHand));
      if (taken instanceof Temporal.Instant) others.push(Math.ceil(taken.since(now).total('milliseconds')));
      else if (taken) await this.#goOn(id, taken);
    }
    return others.length > 0 ? Math.min(...others) : undefined;
  }

  async #goOn(id: Id<'MatchRun'>, { needIds, seed }: Search): Promise<void> {
    const { signal } = this.#leaving;
    const seconds = countyContext().county.settings.matchSearchSeconds;
    const { asked, ahead } = await this.db
      .read(async (reader) => {
        const problem = await problemOf(this.words, reader, await stillWaiting(reader, needIds), this.clock.now(), seed);
        return { asked: problem, ahead: new Set(problem.needs.filter((need) => comesFirst(reader, need))) };
      })
      .catch((error: unknown) => this.#letGo(id).then(() => Promise.reject(error)));
    const until = performance.now() + 1_000 * seconds;
    const search = (problem: MatchingProblem) => proposeInWorker(problem, { seconds: Math.max(Math.min(atLeast, seconds), (until - performance.now()) / 1_000), signal });
    const result = await solveInTurn(asked, (need) => ahead.has(need), search).catch((error: unknown) => (signal.aborted ? null : Promise.reject(error)));
    if (result === null || signal.aborted) return this.#letGo(id);
    await this.db.transact(async (tx) => {
      await holdMentorsStill(tx);
      const run = await tx.lock(MatchRun, id);
      if (run.search) await this.#propose(tx, run, await stillWaiting(tx, needIds), { problem: asked, result });
    });
  }

  /** Some process goes on with it, this one too. */
  #letGo(id: Id<'MatchRun'>): Promise<void> {
    return this.db.transact(async (tx) => (await tx.lock(MatchRun, id)).letGo());
  }

  async #propose(tx: Transaction, run: MatchRun, waiting: readonly WaitingNeed[], found: Found): Promise<void> {
    const now = this.clock.now();
    const { seed = 0 } = found.problem;
    const asTheyAre = await problemOf(this.words, tx, waiting, now, seed);
    if (isSame(found.problem, asTheyAre)) return finish(this.words, tx, run, waiting, found, now);
    const held = stillHolds(found.result.proposals, found.problem, asTheyAre);
    await proposeFound(this.words, tx, run, waiting, found.problem, held, now);
    await tx.flush();
    const served = new Set<string>(held.map(({ needId }) => needId));
    const left = waiting.filter((need) => !served.has(need.id));
    const problem = await problemOf(this.words, tx, left, now, seed);
    const before = { needs: asTheyAre.needs.filter(({ id }) => served.has(id)), proposals: held };
    const anew = left.length > mostAtOnce ? null : await solveInTurn(problem, (need) => comesFirst(tx, need), proposeAtOnce);
    if (!anew) this.#lookAnew(tx, left, now, seed);
    await finish(this.words, tx, run, left, { problem, result: withThose(held, left.length, anew ?? nobody), before }, now);
  }

  #lookAnew(tx: Transaction, left: readonly WaitingNeed[], now: Temporal.Instant, seed: number): void {
    tx.add(MatchRun.begin(now, { needIds: left.map(({ id }) => id), seed }));
    this.wake();
  }
}

const nobody: Pick<MatchingResult, 'proposals' | 'unmatched' | 'certificate' | 'cutShort'> = { proposals: [], unmatched: [], certificate: { served: 0, points: 0, optimal: false, moreServed: 0, morePoints: null }, cutShort: true };

/** What was found anew for so many, counted together with what held. Nothing is proven of the two together. */
function withThose(held: readonly Proposal[], left: number, { proposals, unmatched, certificate, cutShort }: typeof nobody): Found['result'] {
  const points = held.reduce((sum, { score }) => sum + score, certificate.points);
  return { proposals, unmatched, cutShort, certificate: { served: held.length + certificate.served, points, optimal: false, moreServed: left - certificate.served, morePoints: null } };
}
