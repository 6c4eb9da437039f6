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

/** Whom those ids name, each once and in their order. An id that nobody has stays as it is, for the access rule to refuse. */
export async function survivingIds(reader: Reader, ids: readonly Id<'Person'>[]): Promise<Id<'Person'>[]> {
  const aliases = await reader.rows(Person, { id: { $in: [...ids] }, mergedIntoId: { $ne: null } });
  return [...new Set(ids.map((id) => aliases.find((alias) => alias.id === id)?.mergedIntoId ?? id))];
}

/** Whatever is said of every record of a person waits for a merge in hand, and a merge for what is being said: neither misses the other. */
export const holdNames = (tx: Transaction): Promise<unknown> => tx.sql(`select pg_advisory_xact_lock_shared(hashtext('names of people'))`);

/** For a merge and its undoing. */
export const holdNamesAlone = (tx: Transaction): Promise<unknown> => tx.sql(`select pg_advisory_xact_lock(hashtext('names of people'))`);

/** Every record of that person: their own, and those that turned out to be of them. */
export async function recordsOf(reader: Reader, id: Id<'Person'>): Promise<[Id<'Person'>, ...Id<'Person'>[]]> {
  return [id, ...(await reader.rows(Person, { mergedIntoId: id }, { orderBy: { id: 'asc' } })).map((record) => record.id)];
}

/** As `recordsOf`, whichever record of the person is named. The survivor comes first. */
export async function everyRecordOf(reader: Reader, id: Id<'Person'>): Promise<[Id<'Person'>, ...Id<'Person'>[]]> {
  const [survivor = id] = await survivingIds(reader, [id]);
  return recordsOf(reader, survivor);
}
