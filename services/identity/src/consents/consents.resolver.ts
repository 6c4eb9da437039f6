import { AllowSignedIn } from '@fc/auth';
import { UUID } from '@fc/subgraph';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { PersonView } from '../people/person.view.ts';
import { ConsentView, SharedItemView } from './consent.view.ts';
import { Consents } from './consents.query.ts';
import { RecordConsent, RecordConsentInput } from './record-consent.use-case.ts';
import { WithdrawConsent, WithdrawConsentInput } from './withdraw-consent.use-case.ts';

@Resolver(() => PersonView)
export class ConsentsResolver {
  constructor(
    private readonly consents: Consents,
    private readonly recording: RecordConsent,
    private readonly withdrawing: WithdrawConsent,
  ) {}

  @Query(() => [ConsentView], { name: 'consents', nullable: true, description: 'What that person has agreed to, ended ones too. For the person, a parent of the child, their caseworker and coordinators.' })
  @AllowSignedIn()
  ofPerson(@Args('personId', { type: () => UUID }) personId: string): Promise<ConsentView[]> {
    return this.consents.ofPerson(personId);
  }

  @ResolveField(() => [SharedItemView], { nullable: true, description: 'What of this person whoever asks may have by consent at this moment.' })
  @AllowSignedIn()
  sharedWithMe(@Parent() person: PersonView): Promise<SharedItemView[]> {
    return this.consents.sharedBy(person.id);
  }

  @Mutation(() => ConsentView, { description: 'For the person, a parent of the child, their caseworker or a coordinator. Said again, it stands in place of what was said before. Errors IDENTITY.GIVEN_BY_WHOM, IDENTITY.ONE_RECIPIENT, IDENTITY.PAIR_OF_TWO, DATE_TOO_EARLY; NOT_FOUND for a recipient who does not exist.' })
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
