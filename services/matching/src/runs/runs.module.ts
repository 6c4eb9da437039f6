import { Module } from '@nestjs/common';
import { MatchRuns } from './match-runs.query.ts';
import { MatchRunsResolver } from './match-runs.resolver.ts';
import { RunMatching } from './run-matching.use-case.ts';

@Module({ providers: [MatchRuns, MatchRunsResolver, RunMatching] })
export class RunsModule {}
