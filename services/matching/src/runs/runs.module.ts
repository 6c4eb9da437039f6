import { Module } from '@nestjs/common';
import { LookForNextBest } from './look-for-next-best.ts';
import { MatchArrivals } from './match-arrivals.ts';
import { MatchRuns } from './match-runs.query.ts';
import { MatchRunsResolver } from './match-runs.resolver.ts';
import { ProposeForNeed } from './propose-for-need.use-case.ts';
import { Rematch } from './rematch.use-case.ts';
import { RunQualitiesResolver } from './run-qualities.resolver.ts';
import { RunMatching } from './run-matching.use-case.ts';
import { SearchForMentors } from './search-for-mentors.ts';
import { UnmatchedNeedsResolver } from './unmatched-needs.resolver.ts';

@Module({ providers: [MatchRuns, MatchRunsResolver, UnmatchedNeedsResolver, RunQualitiesResolver, RunMatching, ProposeForNeed, Rematch, LookForNextBest, MatchArrivals, SearchForMentors], exports: [LookForNextBest, MatchArrivals] })
export class RunsModule {}
