import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { Person } from '../people/person.entity.ts';
import { Child, requireBirthDate } from './child.entity.ts';
import { sayKin } from './say-kin.ts';

export interface NewChild {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: Temporal.PlainDate;
  readonly siblingGroupId: Id<'SiblingGroup'>;
  readonly parentIds: readonly Id<'Person'>[];
}

/** Saves a new child, who is a person too. Throws `DATE_IN_FUTURE`. */
export function enterChild(tx: Transaction, { givenName, familyName, birthDate, siblingGroupId, parentIds }: NewChild, today: Temporal.PlainDate): Child {
  const person = Person.register({ givenName, familyName });
  const child = Child.register(person.id, siblingGroupId, parentIds, requireBirthDate(birthDate, today));
  tx.add(person, child);
  sayKin(tx, child.id, child.parentIds);
  return child;
}
