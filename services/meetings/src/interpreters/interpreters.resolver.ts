import { AllowSignedIn } from '@fc/auth';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { InterpreterNeedView } from './interpreter-need.view.ts';
import { InterpreterNeeds } from './interpreter-needs.query.ts';

@Resolver(() => ConnectionProgress)
export class InterpretersResolver {
  constructor(private readonly needs: InterpreterNeeds) {}

  @ResolveField(() => [InterpreterNeedView], { nullable: true, description: 'Who of the two families is to have an interpreter, for everybody who is on the connection: whoever plans or leads a meeting asks for one.' })
  @AllowSignedIn()
  interpreterNeeds(@Parent() connection: ConnectionProgress): Promise<InterpreterNeedView[]> {
    return this.needs.ofConnection(connection.id);
  }
}
