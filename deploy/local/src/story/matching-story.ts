/** How mentors are found for all who wait in a county, for whoever tells it: the launcher, and a test in a small county. */
export { tellMatching, type MatchingStage } from './matching.ts';
export { Storyteller } from './storyteller.ts';
export { waitingCounty, type CountySize } from './waiting-county.ts';
