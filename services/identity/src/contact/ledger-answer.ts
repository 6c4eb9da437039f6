import { isContactPossible, saidContact } from '@fc/subgraph';
import type { Reader } from '@fc/tenancy';
import { survivingIds } from '../people/survivor.ts';

/** What the ledger says at this moment of what a service asks about, whichever record of a person it names. */
export async function isPossibleNow(reader: Reader, said: Parameters<typeof saidContact>[0]): Promise<boolean> {
  const { between, and, alsoPresent = [], ...when } = saidContact(said);
  return isContactPossible(reader, { ...when, between: await survivingIds(reader, between), and: await survivingIds(reader, and), alsoPresent: await survivingIds(reader, alsoPresent) });
}
