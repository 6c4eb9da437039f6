// One coupled instance, for the bench of matching: prints its figures as JSON.
import { keepTogether, randomCouples, solve, solveCoupled, type CouplesSize } from '@fc/matching/engine';

const coupled = randomCouples(JSON.parse(process.argv[2] ?? '{}') as CouplesSize);
const free = solve(coupled.instance);
const kept = keepTogether(coupled, free);
const before = process.memoryUsage().rss;
const began = performance.now();
const { served, servedAtMost, gap, proven, cutShort, apart } = await solveCoupled(coupled, { seconds: 120, free });
console.log(
  JSON.stringify({
    ms: Math.round(performance.now() - began),
    megabytes: Math.max(1, Math.round((process.resourceUsage().maxRSS * 1_024 - before) / 2 ** 20)),
    ...{ served, servedAtMost, proven, cutShort },
    gapPercent: Math.round(100_000 * gap) / 1_000,
    servedUncoupled: free.certificate.served,
    servedByLettingGo: kept.served,
    apart: apart.length,
  }),
);
