import type { Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import { readInFirstOf, type ReadIn } from '../words/languages.ts';
import { KnownPerson } from './known-person.entity.ts';

/** In which language the acting person would rather read: English while nobody has said theirs. */
export async function ownLanguage(reader: Reader): Promise<ReadIn> {
  const [person] = await reader.rows(KnownPerson, { id: reader.context.actor.person as Id<'Person'> }); // whoever is signed in is a person
  return readInFirstOf(person?.languages ?? []);
}
