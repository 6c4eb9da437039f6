import type { Id } from '@fc/domain-kernel';
import { correctPerson } from '../corrections/correct-people.ts';
import { enter } from '../people/enrol.ts';
import { grantUnlessHeld, requireMayDecideOn } from '../people/holding-roles.ts';
import { Person } from '../people/person.entity.ts';
import { lockSurvivorOf } from '../people/survivor.ts';
import type { RecordOf } from './case-record.ts';
import type { Source } from './source.ts';

/** A new person, without an account; or somebody who is here already, whom the file names by our own id. */
export async function createPerson(source: Source, record: RecordOf<'PERSON'>): Promise<Id<'Person'>> {
  const { tx, now } = source;
  const { person_id: known, given_name: givenName = '', family_name: familyName = '', languages = [], roles = [] } = record;
  if (known) {
    const { id } = await lockSurvivorOf(tx, known);
    await updatePerson(source, record, id);
    return id;
  }
  requireMayDecideOn(tx, roles);
  const person = Person.register({ givenName, familyName, languages });
  enter(tx, person, roles, now);
  return person.id;
}

/** What the row leaves empty stays as it is, and no role is taken back. */
export async function updatePerson({ tx, now, why }: Source, record: RecordOf<'PERSON'>, id: Id<'Person'>): Promise<boolean> {
  const person = await tx.lock(Person, id);
  const { given_name: givenName = person.givenName, family_name: familyName = person.familyName, languages = person.languages, roles = [] } = record;
  requireMayDecideOn(tx, roles);
  const granted: boolean[] = [];
  for (const role of new Set(roles)) granted.push(await grantUnlessHeld(tx, id, role, now));
  return (await correctPerson(tx, person, { givenName, familyName, languages }, why)) || granted.includes(true);
}
