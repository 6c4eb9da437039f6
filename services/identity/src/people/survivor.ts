import type { Id } from '@fc/domain-kernel';
import type { Reader, Transaction } from '@fc/tenancy';
import { Person } from './person.entity.ts';

/** The person whom that id names: of a record that turned out to be of somebody else, that person. Throws `NOT_FOUND`. */
export async function survivorOf(reader: Reader, id: Id<'Person'>): Promise<Person> {
  const person = await reader.get(Person, id);
  return person.mergedIntoId ? reader.get(Person, person.mergedIntoId) : person;
}

/**
 * As `survivorOf`, for a command: the record is neither merged nor told apart before it is committed. It is enough to hold the
 * one that was named, which both a merge and its undoing need; several are held in the order of their ids.
 */
export async function lockSurvivorOf(tx: Transaction, id: Id<'Person'>): Promise<Person> {
  const person = await tx.lock(Person, id);
  return person.mergedIntoId ? tx.get(Person, person.mergedIntoId) : person;
}

/** Every record of that person: their own, and those that turned out to be of them. */
export async function recordsOf(reader: Reader, id: Id<'Person'>): Promise<Id<'Person'>[]> {
  return [id, ...(await reader.rows(Person, { mergedIntoId: id }, { orderBy: { id: 'asc' } })).map((record) => record.id)];
}
