import { AllowSignedIn } from '@fc/auth';
import { countyContext } from '@fc/tenancy';
import { Query, Resolver } from '@nestjs/graphql';
import { ProgramView } from './program.view.ts';

@Resolver(() => ProgramView)
export class ProgramResolver {
  @Query(() => ProgramView, { nullable: true })
  @AllowSignedIn()
  program(): ProgramView {
    return ProgramView.of(countyContext().county);
  }
}
