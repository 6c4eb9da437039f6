import { AllowSignedIn } from '@fc/auth';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionOutcomesView, MeasuredConnection } from './connection-outcomes.view.ts';
import { Journeys } from './journeys.query.ts';

@Resolver(() => MeasuredConnection)
export class JourneysResolver {
  constructor(private readonly journeys: Journeys) {}

  @ResolveField(() => ConnectionOutcomesView, { name: 'outcomes', nullable: true, description: 'For whoever is on the connection, and those who see the whole county; empty for everybody else.' })
  @AllowSignedIn()
  ofConnection(@Parent() connection: MeasuredConnection): Promise<ConnectionOutcomesView | null> {
    return this.journeys.ofConnection(connection.id);
  }
}
