// Couples whose two mentors must be free together: tells of each round what the search cost and came to, and what simpler ways do under the same rule.
import { firstComeTogether, greedyTogether, keepTogether, randomCouples, solve, solveCoupled, worthOf, type CouplesSize } from '@fc/matching/engine';
import { costOf, type Cost } from './cost.ts';
import { asked, tell } from './in-a-process.ts';

export interface Together {
  readonly size: CouplesSize;
  readonly rounds: number;
  /** No round begins after so many seconds. */
  readonly seconds: number;
  /** So long one search may take. */
  readonly searchSeconds: number;
}

export interface Worth {
  readonly served: number;
  readonly points: number;
}

export interface SolvedTogether extends Cost, Worth {
  /** No answer serves more. */
  readonly servedAtMost: number;
  /** No answer that serves as many has more; null while more could be served. */
  readonly pointsAtMost: number | null;
  readonly proven: boolean;
  readonly cutShort: boolean;
  /** Below what is proven to be the most, as a share: of needs and points together, where one need outweighs all points. */
  readonly gap: number;
  /** The best there is where nobody has to be free together: no answer serves more, and none that serves as many has more points. */
  readonly apart: Worth & { readonly ms: number };
  /** The first answer that holds. */
  readonly atOnce: Worth & { readonly ms: number };
  readonly greedy: Worth;
  readonly firstCome: Worth;
}

const { size, rounds, seconds, searchSeconds } = asked<Together>();
const coupled = randomCouples(size);

const until = performance.now() + 1_000 * seconds;
for (let round = 0; round < rounds && (round === 0 || performance.now() < until); round += 1) {
  const { result: free, cost: freely } = await costOf(() => solve(coupled.instance));
  const { result: kept, cost: keeping } = await costOf(() => keepTogether(coupled, free));
  const { result: found, cost } = await costOf(() => solveCoupled(coupled, { seconds: searchSeconds, free }));
  const { served, points, servedAtMost, pointsAtMost, proven, cutShort, gap } = found;
  const solved: SolvedTogether = {
    ...{ ...cost, served, points, servedAtMost, pointsAtMost, proven, cutShort, gap },
    apart: { served: free.certificate.served, points: free.certificate.points, ms: freely.ms },
    atOnce: { served: kept.served, points: kept.points, ms: keeping.ms },
    greedy: worthOf(coupled.instance, greedyTogether(coupled)),
    firstCome: worthOf(coupled.instance, firstComeTogether(coupled)),
  };
  tell(solved);
}
