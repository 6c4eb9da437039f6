import { Allow, Role } from '@fc/auth';
import { Query, Resolver } from '@nestjs/graphql';
import { Retention } from './retention.query.ts';
import { RetentionDueView } from './retention.view.ts';

@Resolver()
export class RetentionResolver {
  constructor(private readonly retention: Retention) {}

  @Query(() => [RetentionDueView], { nullable: true, description: 'What identity has kept as long as the county’s rules say, a line for each rule. Nothing is deleted by it; what has to go goes by requestErasure for the person. Error IDENTITY.RETENTION_RULE.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  retentionDue(): Promise<RetentionDueView[]> {
    return this.retention.due();
  }
}
