import { Allow, Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { PageArgs, UUID, type Page } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { LegalHoldPage, LegalHoldView } from './legal-hold.view.ts';
import { LegalHolds } from './legal-holds.query.ts';
import { LiftLegalHold, LiftLegalHoldInput } from './lift-legal-hold.use-case.ts';
import { PlaceLegalHold, PlaceLegalHoldInput } from './place-legal-hold.use-case.ts';

@Resolver(() => LegalHoldView)
export class LegalHoldsResolver {
  constructor(
    private readonly holds: LegalHolds,
    private readonly placing: PlaceLegalHold,
    private readonly lifting: LiftLegalHold,
  ) {}

  @Query(() => LegalHoldPage, { name: 'legalHolds', nullable: true, description: 'Lifted ones too. Who read them is written down.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  page(@Args() args: PageArgs): Promise<Page<LegalHoldView>> {
    return this.holds.page(args);
  }

  @Query(() => [UUID], { name: 'underLegalHold', nullable: true, description: 'Those of these people, at most 100, whose records a legal hold keeps: theirs, those of a child of their case, or the county’s. Who asked is written down. Error IDENTITY.TOO_MANY_PEOPLE.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  keeping(@Args('personIds', { type: () => [UUID] }) personIds: Id<'Person'>[]): Promise<string[]> {
    return this.holds.keeping(personIds);
  }

  @Mutation(() => LegalHoldView, { description: 'Until it is lifted, nothing within its scope is erased, and the county is not ended. Error IDENTITY.HOLD_SUBJECT.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async placeLegalHold(@Args('input') input: PlaceLegalHoldInput): Promise<LegalHoldView> {
    return this.holds.byId(await this.placing.run(input));
  }

  @Mutation(() => LegalHoldView, { description: 'Erases nothing. Error IDENTITY.HOLD_LIFTED.' })
  @Allow(Role.PROGRAM_SUPERVISOR)
  async liftLegalHold(@Args('input') input: LiftLegalHoldInput): Promise<LegalHoldView> {
    return this.holds.byId(await this.lifting.run(input));
  }
}
