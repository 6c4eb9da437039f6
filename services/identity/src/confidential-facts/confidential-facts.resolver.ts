import { AllowSignedIn } from '@fc/auth';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PersonView } from '../people/person.view.ts';
import { ConfidentialFacts } from './confidential-facts.query.ts';
import { ConfidentialFactView, WrittenConsentView } from './confidential-facts.view.ts';
import { RecordConfidentialFact, RecordConfidentialFactInput } from './record-confidential-fact.use-case.ts';
import { RecordWrittenConsent, RecordWrittenConsentInput } from './record-written-consent.use-case.ts';
import { RevokeWrittenConsent, RevokeWrittenConsentInput } from './revoke-written-consent.use-case.ts';

@Resolver(() => PersonView)
export class ConfidentialFactsResolver {
  constructor(
    private readonly facts: ConfidentialFacts,
    private readonly recording: RecordConfidentialFact,
    private readonly consenting: RecordWrittenConsent,
    private readonly revoking: RevokeWrittenConsent,
  ) {}

  @ResolveField(() => [ConfidentialFactView], { nullable: true, description: 'Empty for everybody whom no written consent names. Who was shown it is written down.' })
  @AllowSignedIn()
  confidentialFacts(@Parent() person: PersonView): Promise<ConfidentialFactView[]> {
    return this.facts.ofPerson(person.id);
  }

  @Query(() => [WrittenConsentView], { nullable: true, description: 'Those that concern whoever asks, as the patient, the recipient or who recorded them; none for everybody else.' })
  @AllowSignedIn()
  writtenConsents(@Args('personId', { type: () => UUID }) personId: string): Promise<WrittenConsentView[]> {
    return this.facts.consentsOf(personId);
  }

  @Mutation(() => ConfidentialFactView, { description: 'For the person, a parent of the child, their caseworker or a coordinator.' })
  @AllowSignedIn()
  async recordConfidentialFact(@Args('input') input: RecordConfidentialFactInput): Promise<ConfidentialFactView> {
    return this.facts.fact(await this.recording.run(input));
  }

  @Mutation(() => WrittenConsentView, { description: 'For the person, or who recorded the facts. Errors TEXT_REQUIRED, IDENTITY.RIGHT_TO_REVOKE_UNTOLD, IDENTITY.NO_FACT, DATE_IN_FUTURE, DATE_TOO_EARLY.' })
  @AllowSignedIn()
  async recordWrittenConsent(@Args('input') input: RecordWrittenConsentInput): Promise<WrittenConsentView> {
    return this.facts.consent(await this.consenting.run(input));
  }

  @Mutation(() => WrittenConsentView, { description: 'For the patient, or who recorded it. Error IDENTITY.CONSENT_ENDED.' })
  @AllowSignedIn()
  async revokeWrittenConsent(@Args('input') input: RevokeWrittenConsentInput): Promise<WrittenConsentView> {
    return this.facts.consent(await this.revoking.run(input));
  }
}
