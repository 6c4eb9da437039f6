import type { Id, Temporal } from '@fc/domain-kernel';
import type { Reader, Transaction } from '@fc/tenancy';
import { everyRecordOf, holdNames, survivingIds } from '../people/survivor.ts';
import { ContactRule, type ContactSource } from './contact-rule.entity.ts';
import { pairOf, type Pair } from './pair.ts';
import { sayEnded, sayRecorded } from './say-rule.ts';

/** The two, each as the person whose record theirs turned out to be. */
export const survivingPair = async (reader: Reader, personIds: readonly Id<'Person'>[]): Promise<Pair> => pairOf(await survivingIds(reader, pairOf(personIds)));

/**
 * Writes a rule down and tells the services of it, of every record that either of the two has. What is planned may name any of them:
 * another record of a person is no way round what forbids them something, and relies on nothing that has ended.
 */
export async function recordRule(tx: Transaction, rule: ContactRule): Promise<void> {
  await holdNames(tx);
  tx.add(rule);
  sayRecorded(tx, rule);
  await sayOfEveryRecord(tx, rule);
}

/** Says a rule of those records of the two of which it is not said yet. Answers the copies. */
export async function sayOfEveryRecord(tx: Transaction, rule: ContactRule): Promise<ContactRule[]> {
  await tx.flush();
  const said = await saidAs(tx, rule.original());
  const copies = (await pairsOfRecords(tx, rule)).filter((pair) => !said.some((one) => one.isOf(pair))).map((pair) => rule.copyFor(pair));
  tx.add(...copies);
  for (const copy of copies) sayRecorded(tx, copy);
  return copies;
}

/** Ends a rule for every record of which it is said. Throws `IDENTITY.HIGHER_WORD_NEEDED`, `IDENTITY.CONTACT_RULE_ENDED`. */
export async function endRule(tx: Transaction, rule: ContactRule, at: Temporal.Instant, by: { readonly source: `${ContactSource}`; readonly document: string | null }): Promise<void> {
  for (const id of new Set([rule.original(), rule.id])) await tx.lock(ContactRule, id); // whoever copies it has done so, or sees the end
  const others = (await saidAs(tx, rule.original())).filter((one) => one !== rule && one.lasts(at));
  for (const one of [rule, ...others]) {
    one.end(at, by);
    sayEnded(tx, one, at);
  }
}

/** What somebody has entered of any of these people and still holds, or is to come; held until commit. */
export async function entered(tx: Transaction, personIds: readonly Id<'Person'>[], at: Temporal.Instant): Promise<ContactRule[]> {
  await tx.flush(); // for a lock reads anew
  const known = await tx.find(ContactRule, { copyOf: null, $or: [{ first: { $in: [...personIds] } }, { second: { $in: [...personIds] } }] }, { orderBy: { id: 'asc' } });
  const rules: ContactRule[] = [];
  for (const { id } of known) rules.push(await tx.lock(ContactRule, id));
  return rules.filter((rule) => rule.lasts(at));
}

/**
 * After records were told apart: what is said of one that is no longer the person's ends there. `stays` are the rules that may be
 * about either, since nobody can know: they hold for both, each by itself.
 */
export async function sayApart(tx: Transaction, rule: ContactRule, at: Temporal.Instant, stays: boolean): Promise<void> {
  const pairs = await pairsOfRecords(tx, rule);
  const strays = (await saidAs(tx, rule.id)).filter((one) => one !== rule && one.lasts(at) && !pairs.some((pair) => one.isOf(pair)));
  if (stays) return standAlone(tx, strays);
  for (const stray of strays) {
    stray.end(at, { source: stray.source, document: null });
    sayEnded(tx, stray, at);
  }
}

/** From now on a rule of their own, entered of the people themselves. */
async function standAlone(tx: Transaction, copies: readonly ContactRule[]): Promise<void> {
  for (const copy of copies) if (copy.isOf(await survivingPair(tx, [copy.first, copy.second]))) copy.copyOf = null;
  const own = copies.find((copy) => copy.copyOf === null);
  for (const copy of copies) if (own && copy !== own) copy.copyOf = own.id;
}

/** A rule and its copies, the oldest first. */
const saidAs = (tx: Transaction, original: Id<'ContactRule'>): Promise<ContactRule[]> => tx.find(ContactRule, { $or: [{ id: original }, { copyOf: original }] }, { orderBy: { id: 'asc' } });

/** Each record of the one with each of the other. */
async function pairsOfRecords(reader: Reader, { first, second }: ContactRule): Promise<Pair[]> {
  const [ones, others] = [await everyRecordOf(reader, first), await everyRecordOf(reader, second)];
  return ones.flatMap((one) => others.map((other) => pairOf([one, other])));
}
