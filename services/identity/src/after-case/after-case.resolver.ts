import { Allow, AllowSignedIn, Role } from '@fc/auth';
import type { Temporal } from '@fc/domain-kernel';
import { Instant } from '@fc/subgraph';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Connections } from '../connections/connections.query.ts';
import { FamilyConnectionView } from '../connections/family-connection.view.ts';
import { AfterCase } from './after-case.query.ts';
import { GiveAfterCaseConsent, GiveAfterCaseConsentInput } from './give-after-case-consent.use-case.ts';
import { WithdrawAfterCaseConsent, WithdrawAfterCaseConsentInput } from './withdraw-after-case-consent.use-case.ts';

@Resolver(() => FamilyConnectionView)
export class AfterCaseResolver {
  constructor(
    private readonly connections: Connections,
    private readonly afterCase: AfterCase,
    private readonly giving: GiveAfterCaseConsent,
    private readonly withdrawing: WithdrawAfterCaseConsent,
  ) {}

  @ResolveField(() => Instant, { nullable: true, description: 'Since when whoever asks wishes to stay in touch after the case. What the other family has said shows in `status` alone, once both have agreed.' })
  @AllowSignedIn()
  myAfterCaseConsentSince(@Parent() connection: FamilyConnectionView): Promise<Temporal.Instant | null> {
    return this.afterCase.ownConsentSince(connection.id);
  }

  @Mutation(() => FamilyConnectionView, { description: 'For the two families, once no child of the connection is in foster care. Errors IDENTITY.CASE_STILL_OPEN, IDENTITY.CONSENT_ALREADY_GIVEN.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async giveAfterCaseConsent(@Args('input') input: GiveAfterCaseConsentInput): Promise<FamilyConnectionView> {
    return this.connections.byId(await this.giving.run(input));
  }

  @Mutation(() => FamilyConnectionView, { description: 'For whoever has given it; it ends the contact of both. Error IDENTITY.CONSENT_ENDED.' })
  @Allow(Role.PARENT, Role.CAREGIVER)
  async withdrawAfterCaseConsent(@Args('input') input: WithdrawAfterCaseConsentInput): Promise<FamilyConnectionView> {
    return this.connections.byId(await this.withdrawing.run(input));
  }
}
