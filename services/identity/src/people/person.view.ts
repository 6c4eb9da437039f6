import { Guarded, GuardedField, Role, type Principal } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType } from '@nestjs/graphql';
import type { Person } from './person.entity.ts';

@ObjectType('Person', { description: 'Somebody of the program. Whoever is on a family connection with them, and those who see the whole county, may see them.' })
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

  @GuardedField(() => String, { description: 'E.164. For the person and for staff; a caregiver never sees a parent’s number before the parent has agreed.' })
  phone!: Guarded<string | null>;

  static from(person: Row<Person>): PersonView {
    const { id, givenName, familyName, languages, phone } = person;
    return Object.assign(new PersonView(), { id, givenName, familyName, languages, phone: Guarded.of(phone, (reader) => mayCall(reader, id)) });
  }
}

const mayCall = (reader: Principal, person: Id<'Person'>): boolean => reader.person === person || reader.has(Role.COORDINATOR, Role.PROGRAM_SUPERVISOR, Role.CASEWORKER);

@ObjectType()
export class PersonPage extends pageOf(PersonView) {}
