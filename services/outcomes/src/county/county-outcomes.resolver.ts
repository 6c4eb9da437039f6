import { Allow, Role } from '@fc/auth';
import type { Temporal } from '@fc/domain-kernel';
import { LocalDate } from '@fc/subgraph';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { CountyOutcomes } from './county-outcomes.query.ts';
import { CountyOutcomesView } from './county-outcomes.view.ts';

@Resolver()
export class CountyOutcomesResolver {
  constructor(private readonly outcomes: CountyOutcomes) {}

  @Query(() => CountyOutcomesView, { name: 'countyOutcomes', nullable: true, description: 'Of the own county alone. For a coordinator or a program supervisor. Error OUTCOMES.PERIOD_BACKWARDS.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  during(@Args('from', { type: () => LocalDate }) from: Temporal.PlainDate, @Args('to', { type: () => LocalDate, description: 'The last day that counts.' }) to: Temporal.PlainDate): Promise<CountyOutcomesView> {
    return this.outcomes.during(from, to);
  }
}
