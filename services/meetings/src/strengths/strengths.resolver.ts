import { Allow, AllowSignedIn, Role } from '@fc/auth';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ConnectionProgress } from '../progress/connection-progress.view.ts';
import { ShareStrength, ShareStrengthInput, TakeBackStrength, TakeBackStrengthInput } from './keep-strength.use-case.ts';
import { NameStrength, NameStrengthInput, strengthNamers } from './name-strength.use-case.ts';
import { StrengthView } from './strength.view.ts';
import { Strengths } from './strengths.query.ts';

@Resolver(() => ConnectionProgress)
export class StrengthsResolver {
  constructor(
    private readonly all: Strengths,
    private readonly naming: NameStrength,
    private readonly sharing: ShareStrength,
    private readonly takingBack: TakeBackStrength,
  ) {}

  @ResolveField(() => [StrengthView], {
    nullable: true,
    description: 'Oldest first. For staff on the connection; for a family and its mentor their own, and of the other family what it chose to show; what is a child’s for the parent, and for the home while the child is there.',
  })
  @AllowSignedIn()
  strengths(@Parent() connection: ConnectionProgress): Promise<StrengthView[]> {
    return this.all.ofConnection(connection.id);
  }

  @Mutation(() => StrengthView, { description: 'For the two families, their mentors and staff on the connection. Errors MEETINGS.WHOSE_STRENGTH, MEETINGS.NOT_THIS_CHILD, MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE, TEXT_REQUIRED, TEXT_TOO_LONG.' })
  @Allow(...strengthNamers)
  async nameStrength(@Args('input') input: NameStrengthInput): Promise<StrengthView> {
    return this.all.byId(await this.naming.run(input));
  }

  @Mutation(() => StrengthView, { description: 'For the family whose it is. Errors MEETINGS.OF_A_CHILD, MEETINGS.CONNECTION_CLOSED, CONTACT_NOT_POSSIBLE.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async shareStrength(@Args('input') input: ShareStrengthInput): Promise<StrengthView> {
    return this.all.byId(await this.sharing.run(input));
  }

  @Mutation(() => UUID, { description: 'For whoever named it, and for the family whose it is; of a child’s, the parent. Nobody reads it any more; answers its id.' })
  @Allow(...strengthNamers)
  takeBackStrength(@Args('input') input: TakeBackStrengthInput): Promise<string> {
    return this.takingBack.run(input);
  }
}
