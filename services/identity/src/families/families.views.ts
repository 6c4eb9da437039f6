import type { Id, Temporal } from '@fc/domain-kernel';
import { LocalDate, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PersonView } from '../people/person.view.ts';
import type { Person } from '../people/person.entity.ts';
import { CaregiverKind, type CaregiverHousehold } from './caregiver-household.entity.ts';
import type { Child } from './child.entity.ts';

registerEnumType(CaregiverKind, { name: 'CaregiverKind' });

@ObjectType('Child', { description: 'A child of the program. For whoever is on the case or on a family connection of the child.' })
@Directive('@key(fields: "id")')
export class ChildView {
  @Field(() => UUID)
  id!: Id<'Child'>;

  @Field(() => String)
  givenName!: string;

  @Field(() => String)
  familyName!: string;

  @Field(() => LocalDate)
  birthDate!: Temporal.PlainDate;

  @Field(() => UUID, { description: 'Siblings share it, wherever each of them lives.' })
  siblingGroupId!: Id<'SiblingGroup'>;

  static from(child: Row<Child>, { givenName, familyName }: Pick<Row<Person>, 'givenName' | 'familyName'>): ChildView {
    const { id, birthDate, siblingGroupId } = child;
    return Object.assign(new ChildView(), { id, givenName, familyName, birthDate, siblingGroupId });
  }
}

@ObjectType('CaregiverHousehold', { description: 'The home where a child in care lives: one or two caregivers.' })
@Directive('@key(fields: "id")')
export class CaregiverHouseholdView {
  @Field(() => UUID)
  id!: Id<'CaregiverHousehold'>;

  @Field(() => CaregiverKind)
  kind!: `${CaregiverKind}`;

  @Field(() => Boolean)
  licensed!: boolean;

  @Field(() => [PersonView])
  caregivers!: readonly PersonView[];

  static from(household: Row<CaregiverHousehold>, caregivers: readonly PersonView[]): CaregiverHouseholdView {
    const { id, kind, licensed } = household;
    return Object.assign(new CaregiverHouseholdView(), { id, kind, licensed, caregivers });
  }
}
