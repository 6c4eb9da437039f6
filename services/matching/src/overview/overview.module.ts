import { Module } from '@nestjs/common';
import { MatchQuality } from './match-quality.query.ts';
import { MatchingOverview } from './matching-overview.query.ts';
import { MatchingOverviewResolver } from './matching-overview.resolver.ts';
import { MentorShortagesResolver } from './mentor-shortages.resolver.ts';

@Module({ providers: [MatchingOverview, MatchQuality, MatchingOverviewResolver, MentorShortagesResolver] })
export class OverviewModule {}
