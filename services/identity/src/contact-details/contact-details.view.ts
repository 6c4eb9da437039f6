import { Guarded, GuardedField, type Principal } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import type { Row } from '@fc/tenancy';
import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { ContactAccess, ContactItem } from './contact-access.ts';
import type { ContactDetails, OpenedDetails } from './contact-details.entity.ts';
import { addressToTell, PhoneKind, PreferredContact, type Phone, type PostalAddress } from './contact-values.ts';

registerEnumType(PreferredContact, { name: 'PreferredContact', description: 'How somebody likes to be reached.' });
registerEnumType(PhoneKind, { name: 'PhoneKind', description: 'MESSAGE: somebody there passes on a message.' });

@ObjectType('ContactPhone')
@InputType('ContactPhoneInput')
export class ContactPhone implements Phone {
  @Field(() => String, { description: 'E.164, such as +12065550100.' })
  number!: string;

  @Field(() => PhoneKind)
  kind!: `${PhoneKind}`;

  @Field(() => Boolean, { description: 'False: say nothing there that another person may not hear or read.' })
  safeToLeaveMessage!: boolean;
}

@ObjectType('PostalAddress')
@InputType('PostalAddressInput')
export class PostalAddressFields implements PostalAddress {
  @Field(() => [String], { description: 'One to three, above the city.' })
  lines!: string[];

  @Field(() => String)
  city!: string;

  @Field(() => String, { nullable: true, description: 'The state.' })
  region!: string | null;

  @Field(() => String)
  postalCode!: string;

  @Field(() => String, { description: 'ISO 3166, two letters.' })
  country!: string;
}

@ObjectType('ContactDetails', { description: 'How a person can be reached. Each field is for the person, for those who see the county or work on the person’s case as caseworker or caseworker’s supervisor, and for whom the person has allowed that item. What is withheld looks empty.' })
export class ContactDetailsView {
  @GuardedField(() => [ContactPhone], { description: 'By consent to PHONE. The first is the one to try first.' })
  phones!: Guarded<readonly Phone[]>;

  @GuardedField(() => String, { description: 'By consent to EMAIL.' })
  email!: Guarded<string | null>;

  @GuardedField(() => PostalAddressFields, { description: 'By consent to ADDRESS.' })
  address!: Guarded<PostalAddress | null>;

  @GuardedField(() => PostalAddressFields, { description: 'Where the person lives, for nobody but the person, and a program supervisor who has broken the glass.' })
  homeAddress!: Guarded<PostalAddress | null>;

  @GuardedField(() => String, { description: 'When it is safe to call, in the person’s words. By consent to PHONE.' })
  safeTimes!: Guarded<string | null>;

  @GuardedField(() => PreferredContact, { description: 'By consent to PHONE.' })
  preferred!: Guarded<`${PreferredContact}` | null>;

  @GuardedField(() => String, { description: 'BCP 47. Which interpreter is needed, empty for none. By consent to PHONE.' })
  interpreterLanguage!: Guarded<string | null>;

  /** `byBreakGlass`: the program supervisor who has broken the glass around the person, if that is who reads. */
  static from({ personId, preferred, interpreterLanguage }: Row<ContactDetails>, opened: OpenedDetails, access: ContactAccess, byBreakGlass: Id<'Person'> | null): ContactDetailsView {
    const by = (item: ContactItem) => (reader: Principal) => access(reader, personId, item);
    const addresses = opened.addresses();
    return Object.assign(new ContactDetailsView(), {
      phones: Guarded.of(opened.phones(), by('PHONE')),
      email: Guarded.of(opened.email(), by('EMAIL')),
      address: Guarded.of(addressToTell(addresses), by('ADDRESS')),
      homeAddress: Guarded.of(addresses.home, (reader) => reader.person === personId || reader.person === byBreakGlass),
      safeTimes: Guarded.of(opened.safeTimes(), by('PHONE')),
      preferred: Guarded.of(preferred, by('PHONE')),
      interpreterLanguage: Guarded.of(interpreterLanguage, by('PHONE')),
    });
  }
}
