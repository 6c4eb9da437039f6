import { AllowSignedIn } from '@fc/auth';
import { Parent, registerEnumType, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from './connection-progress.view.ts';
import { ConnectionSteps } from './connection-steps.query.ts';
import { ProgramStep } from './program-step.ts';

registerEnumType(ProgramStep, { name: 'ProgramStep', description: 'How far two families have come: matched with both mentors, prepared, met, and supported by a talk with each mentor since.' });

@Resolver(() => ConnectionProgress)
export class ConnectionStepsResolver {
  constructor(private readonly steps: ConnectionSteps) {}

  @ResolveField(() => ProgramStep, { nullable: true, description: 'Empty until the connection is known to this service.' })
  @AllowSignedIn()
  step(@Parent() connection: ConnectionProgress): Promise<ProgramStep | null> {
    return this.steps.ofConnection(connection.id);
  }
}
