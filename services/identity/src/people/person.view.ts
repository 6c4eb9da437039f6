import { Guarded } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType } from '@nestjs/graphql';
import type { ContactAccess } from '../contact-details/contact-access.ts';
import type { Person } from './person.entity.ts';

@ObjectType('Person', { description: 'Somebody of the program. Whoever is on a family connection with them, their caseworker, and those who see the whole county, may see them.' })
@Directive('@key(fields: "id")')
export class PersonView {
  @Field(() => UUID)
  id!: Id<'Person'>;

  @Field(() => String)
  givenName!: string;

  @Field(() => String)
  familyName!: string;

  @Field(() => [String], { description: 'BCP 47 tags, the most comfortable first.' })
  languages!: readonly string[];

  @Field(() => String, { nullable: true, description: 'BCP 47. The language for which an interpreter is to be there, so that whoever plans with them can ask for one; empty for none.' })
  interpreterLanguage!: string | null;

  /** Whose number may be looked up, for whoever may have it. Resolved by `PeopleResolver.phone`, which opens it and writes down who was shown it. */
  phone!: Guarded<Pick<Row<Person>, 'id' | 'phone'>>;

  static from(person: Row<Person>, access: ContactAccess, interpreterLanguage: string | null): PersonView {
    const { id, givenName, familyName, languages, phone } = person;
    return Object.assign(new PersonView(), { id, givenName, familyName, languages, interpreterLanguage, phone: Guarded.of({ id, phone }, (reader) => access(reader, id, 'PHONE')) });
  }
}

@ObjectType()
export class PersonPage extends pageOf(PersonView) {}
