import { Allow, Role } from '@fc/auth';
import type { Page } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { BreakGlassUsePage, BreakGlassUseView } from './break-glass-use.view.ts';
import { BreakGlassUses, BreakGlassUsesArgs } from './break-glass-uses.query.ts';
import { BreakGlass, BreakGlassInput } from './break-glass.use-case.ts';

@Resolver()
export class BreakGlassResolver {
  constructor(
    private readonly uses: BreakGlassUses,
    private readonly breaking: BreakGlass,
  ) {}

  @Query(() => BreakGlassUsePage, { nullable: true, name: 'breakGlassUses', description: 'Who broke the glass, around whom and why, oldest first. Who read it is written down.' })
  @Allow(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR)
  page(@Args() args: BreakGlassUsesArgs): Promise<Page<BreakGlassUseView>> {
    return this.uses.page(args);
  }

  @Mutation(() => BreakGlassUseView, {
    description:
      'For a program supervisor in an emergency: for the county’s hours (4, unless it says otherwise) they read of this person or child what is kept from them otherwise: where the person lives, and the sensitive entries of the child’s profile. It is written down, coordinators and the other program supervisors are told that there is something to read, and it ends by itself. Errors NOT_FOUND, TEXT_REQUIRED, IDENTITY.REASON_TOO_SHORT.',
  })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async breakGlass(@Args('input') input: BreakGlassInput): Promise<BreakGlassUseView> {
    return this.uses.byId(await this.breaking.run(input));
  }
}
