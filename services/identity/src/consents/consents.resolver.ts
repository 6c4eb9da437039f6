import { AllowSignedIn } from '@fc/auth';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ConsentView } from './consent.view.ts';
import { Consents } from './consents.query.ts';
import { RecordConsent, RecordConsentInput } from './record-consent.use-case.ts';
import { WithdrawConsent, WithdrawConsentInput } from './withdraw-consent.use-case.ts';

@Resolver(() => ConsentView)
export class ConsentsResolver {
  constructor(
    private readonly consents: Consents,
    private readonly recording: RecordConsent,
    private readonly withdrawing: WithdrawConsent,
  ) {}

  @Query(() => [ConsentView], { name: 'consents', nullable: true, description: 'What that person has agreed to, ended ones too. For the person, their caseworker and coordinators.' })
  @AllowSignedIn()
  ofPerson(@Args('personId', { type: () => UUID }) personId: string): Promise<ConsentView[]> {
    return this.consents.ofPerson(personId);
  }

  @Mutation(() => ConsentView, { description: 'For the person, their caseworker or a coordinator. Errors IDENTITY.CONSENT_ALREADY_GIVEN, IDENTITY.PAIR_OF_TWO, DATE_TOO_EARLY.' })
  @AllowSignedIn()
  async recordConsent(@Args('input') input: RecordConsentInput): Promise<ConsentView> {
    return this.consents.byId(await this.recording.run(input));
  }

  @Mutation(() => ConsentView, { description: 'For those who may record it. Error IDENTITY.CONSENT_ENDED.' })
  @AllowSignedIn()
  async withdrawConsent(@Args('input') input: WithdrawConsentInput): Promise<ConsentView> {
    return this.consents.byId(await this.withdrawing.run(input));
  }
}
