/** The matching engine, for demonstrations and benches: pure, and without any framework. */
export { randomCouples, type CouplesSize } from './exact/random-couples.ts';
export { exactCouples, keepTogether, solveCoupled, type Couple, type CoupledInstance, type CoupledSolution, type Quota } from './exact/coupled.ts';
export { firstComeTogether, greedyTogether } from './exact/rivals-together.ts';
export { Assignment } from './flow/assignment.ts';
export { solveByHighs } from './flow/by-highs.ts';
export { certify, type Certificate } from './flow/certificate.ts';
export type { Choices, Instance } from './flow/instance.ts';
export { randomInstance, seeded, type Size } from './flow/random-instance.ts';
export { firstCome, galeShapley, greedy, worthOf } from './flow/rivals.ts';
export { solve, type Solution } from './flow/solve.ts';
export type { MatchingProblem, MatchingResult, Mentor, Need, Proposal, Weights } from './matching-problem.ts';
export { proposeMatches } from './propose-matches.ts';
export { poseTogether, proposeTogether } from './propose-together.ts';
export { proposeAtOnce, proposeInWorker } from './worker/propose-in-worker.ts';
