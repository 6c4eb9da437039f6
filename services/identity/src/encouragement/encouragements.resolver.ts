import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { FamilyConnectionView } from '../connections/family-connection.view.ts';
import { EncouragePartnering, EncouragePartneringInput } from './encourage-partnering.use-case.ts';
import { EncouragementView } from './encouragement.view.ts';
import { Encouragements } from './encouragements.query.ts';

@Resolver(() => FamilyConnectionView)
export class EncouragementsResolver {
  constructor(
    private readonly written: Encouragements,
    private readonly encouraging: EncouragePartnering,
  ) {}

  @ResolveField(() => [EncouragementView], { nullable: true, description: 'What the child’s advocate has written to both families, oldest first.' })
  @AllowSignedIn()
  encouragements(@Parent() connection: FamilyConnectionView): Promise<EncouragementView[]> {
    return this.written.ofConnection(connection.id);
  }

  @Mutation(() => EncouragementView, { description: 'For a court appointed special advocate of a child on the connection.' })
  @Allow(Role.CASA)
  async encouragePartnering(@Args('input') input: EncouragePartneringInput): Promise<EncouragementView> {
    return this.written.byId(await this.encouraging.run(input));
  }
}
