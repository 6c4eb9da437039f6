import { Module } from '@nestjs/common';
import { MatchingOverview } from './matching-overview.query.ts';
import { MatchingOverviewResolver } from './matching-overview.resolver.ts';

@Module({ providers: [MatchingOverview, MatchingOverviewResolver] })
export class OverviewModule {}
