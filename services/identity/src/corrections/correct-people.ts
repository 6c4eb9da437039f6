import type { Id, Temporal } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { type Child } from '../families/child.entity.ts';
import { sayKin } from '../families/say-kin.ts';
import { Person } from '../people/person.entity.ts';
import { sayProfile } from '../people/say-profile.ts';
import { requireBorn } from '../placements/course-of-care.ts';
import { FosterCareEpisode } from '../placements/foster-care-episode.entity.ts';
import type { Why } from './correction.entity.ts';
import { keepCorrection, type Facts } from './keep-correction.ts';

/** What a correction may say anew of a person. */
export interface PersonFacts {
  readonly givenName: string;
  readonly familyName: string;
  /** BCP 47 tags, the most comfortable first. */
  readonly languages: readonly string[];
}

/** What a correction may say anew of a child, beside the names. */
export interface ChildFacts {
  readonly birthDate: Temporal.PlainDate;
  readonly parentIds: readonly Id<'Person'>[];
}

const personWords = ({ givenName, familyName, languages }: PersonFacts): Facts => ({ givenName, familyName, languages: languages.join(' ') });
const childWords = ({ birthDate, parentIds }: ChildFacts): Facts => ({ birthDate: birthDate.toString(), parentIds: parentIds.join(' ') });

/** Says anew what somebody is called and speaks. Answers whether anything changed. Throws as registering does. */
export async function correctPerson(tx: Transaction, person: Person, facts: PersonFacts, why: Why): Promise<boolean> {
  const before = personWords(person);
  const spoken = person.languages.join(' ');
  person.correct(facts);
  if (!keepCorrection(tx, 'PERSON', person.id, { before, after: personWords(person), why })) return false;
  if (person.languages.join(' ') !== spoken) await sayProfile(tx, person);
  return true;
}

/** Says anew when a child was born and to whom. Throws `DATE_IN_FUTURE`, `IDENTITY.BEFORE_BIRTH`, `NOT_FOUND` for a parent whom nobody knows. */
export async function correctChild(tx: Transaction, child: Child, facts: ChildFacts, why: Why): Promise<boolean> {
  const before = childWords(child);
  const { timeZone } = tx.context.county;
  child.correct(facts, why.at.toZonedDateTimeISO(timeZone).toPlainDate());
  if (!keepCorrection(tx, 'CHILD', child.id, { before, after: childWords(child), why })) return false;
  for (const parentId of child.parentIds) await tx.get(Person, parentId);
  if (childWords(child).parentIds !== before.parentIds) sayKin(tx, child.id, child.parentIds);
  for (const episode of await tx.find(FosterCareEpisode, { childId: child.id })) requireBorn(child, episode.removedAt, timeZone);
  return true;
}
