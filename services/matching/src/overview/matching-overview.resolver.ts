import { Allow, Role } from '@fc/auth';
import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { MatchQuality } from './match-quality.query.ts';
import { MatchQualityView } from './match-quality.view.ts';
import { MatchingOverview } from './matching-overview.query.ts';
import { MatchingOverviewView } from './matching-overview.view.ts';

@Resolver(() => MatchingOverviewView)
export class MatchingOverviewResolver {
  constructor(
    private readonly overview: MatchingOverview,
    private readonly quality: MatchQuality,
  ) {}

  @Query(() => MatchingOverviewView, { name: 'matchingOverview', nullable: true, description: 'Who waits, how many places are free, and which mentors to look for. For a coordinator or a program supervisor.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  ofCounty(): Promise<MatchingOverviewView> {
    return this.overview.ofCounty();
  }

  @Query(() => [MatchQualityView], { name: 'matchQuality', nullable: true, description: 'How good matching has been over time: each of so many months, the latest first, for each role. For a coordinator or a program supervisor. Error MATCHING.MONTHS_OUT_OF_RANGE.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  ofMonths(@Args('months', { type: () => Int, defaultValue: 12, description: '1 to 36' }) months: number): Promise<MatchQualityView[]> {
    return this.quality.ofMonths(months);
  }
}
