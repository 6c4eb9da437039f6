import { AllowSignedIn, type Principal } from '@fc/auth';
import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { People } from '../people/people.query.ts';
import { PersonView } from '../people/person.view.ts';
import { ContactBook } from './contact-book.query.ts';
import { ContactDetailsView } from './contact-details.view.ts';
import { SetContactDetails, SetContactDetailsInput } from './set-contact-details.use-case.ts';

@Resolver(() => PersonView)
export class ContactDetailsResolver {
  constructor(
    private readonly people: People,
    private readonly book: ContactBook,
    private readonly setting: SetContactDetails,
  ) {}

  @ResolveField(() => ContactDetailsView, { nullable: true, description: 'Empty where nothing is recorded, and for whoever may have none of it. Who was shown somebody else’s is written down. Errors PROTECTED_UNREADABLE, PROTECTED_UNAVAILABLE.' })
  @AllowSignedIn()
  contactDetails(@Parent() person: PersonView, @Context('principal') principal: Principal): Promise<ContactDetailsView | null> {
    return this.book.ofPerson(person.id, principal);
  }

  @Mutation(() => PersonView, { description: 'For the person, their caseworker or a coordinator. Errors IDENTITY.PHONE_FORMAT, IDENTITY.TOO_MANY_PHONES, IDENTITY.EMAIL_FORMAT, IDENTITY.ADDRESS_FORMAT, IDENTITY.UNKNOWN_LANGUAGE, PERSON_ERASED, PROTECTED_UNAVAILABLE.' })
  @AllowSignedIn()
  async setContactDetails(@Args('input') input: SetContactDetailsInput): Promise<PersonView> {
    return this.people.byId(await this.setting.run(input));
  }
}
