import { Guarded, Role, type Principal } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType } from '@nestjs/graphql';
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

  /** Resolved by `PeopleResolver.phone`, which writes down who was shown it. */
  phone!: Guarded<string | null>;

  /** `mayHavePhone`: whom the person, or their caseworker for them, has allowed it, and the caseworkers of the case. */
  static from(person: Row<Person>, mayHavePhone: ReadonlySet<Id<'Person'>>): PersonView {
    const { id, givenName, familyName, languages, phone } = person;
    const mayCall = (reader: Principal): boolean => reader.person === id || reader.has(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR) || mayHavePhone.has(reader.person);
    return Object.assign(new PersonView(), { id, givenName, familyName, languages, phone: Guarded.of(phone, mayCall) });
  }
}

@ObjectType()
export class PersonPage extends pageOf(PersonView) {}
