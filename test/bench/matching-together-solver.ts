// One coupled instance, for the bench of matching: prints its figures as JSON.
import { firstComeTogether, greedyTogether, keepTogether, randomCouples, solve, solveCoupled, worthOf, type CouplesSize } from '@fc/matching/engine';

/** So long a batch run may search, in seconds. */
const seconds = 150;

export interface CoupledFigures {
  readonly ms: number;
  /** The peak above what the process with the instance took. */
  readonly megabytes: number;
  readonly served: number;
  /** No answer serves more. */
  readonly servedAtMost: number;
  readonly points: number;
  readonly proven: boolean;
  readonly cutShort: boolean;
  /** Below what is proven to be the most: of needs and points together, where one need outweighs all points. */
  readonly gapPercent: number;
  readonly servedUncoupled: number;
  readonly pointsUncoupled: number;
  /** The first answer that holds, and how long it took beside the flow. */
  readonly atOnce: { readonly ms: number; readonly served: number; readonly points: number };
  readonly greedy: { readonly served: number; readonly points: number };
  readonly firstCome: { readonly served: number; readonly points: number };
}

const coupled = randomCouples(JSON.parse(process.argv[2] ?? '{}') as CouplesSize);
const free = solve(coupled.instance);
const began = performance.now();
const kept = keepTogether(coupled, free);
const keeping = performance.now() - began;
const before = process.memoryUsage().rss;
const searching = performance.now();
const { served, points, servedAtMost, gap, proven, cutShort } = await solveCoupled(coupled, { seconds, free });
const figures: CoupledFigures = {
  ms: Math.round(performance.now() - searching),
  megabytes: Math.max(1, Math.round((process.resourceUsage().maxRSS * 1_024 - before) / 2 ** 20)),
  ...{ served, servedAtMost, points, proven, cutShort },
  gapPercent: Math.round(1e7 * gap) / 1e5,
  servedUncoupled: free.certificate.served,
  pointsUncoupled: free.certificate.points,
  atOnce: { ms: Math.round(keeping), served: kept.served, points: kept.points },
  greedy: worthOf(coupled.instance, greedyTogether(coupled)),
  firstCome: worthOf(coupled.instance, firstComeTogether(coupled)),
};
console.log(JSON.stringify(figures));
