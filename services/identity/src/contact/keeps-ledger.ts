import { Role } from '@fc/auth';
import { notFound } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import { isCaseworkerOf } from '../case-assignments/on-case.ts';
import type { Pair } from './pair.ts';

/** Lets a coordinator go on, and the caseworker of one of the two. Throws `NOT_FOUND` for everybody else, as if there were no such `what`. */
export async function requireKeepsLedger(reader: Reader, [first, second]: Pair, what = 'person'): Promise<void> {
  if (reader.context.actor.roles.includes(Role.COORDINATOR)) return;
  if ((await isCaseworkerOf(reader, first)) || (await isCaseworkerOf(reader, second))) return;
  throw notFound(what);
}
