import { DomainError, Temporal, type Id } from '@fc/domain-kernel';
import type { Reader, Transaction } from '@fc/tenancy';
import { ContactRule, pairOf, type ContactChannel } from './contact.entities.ts';

/** It names no order, no investigation and no address program: whoever reads it may be anybody. */
const notPossible = (): DomainError => new DomainError('CONTACT_NOT_POSSIBLE', 'This is not possible at present. Please ask your caseworker.');

type People = readonly Id<'Person'>[];
export interface PlannedContact {
  readonly channel: ContactChannel;
  readonly at: Temporal.Instant;
  /** These need a permission with each of `and`: a parent with each caregiver. */
  readonly between: People;
  readonly and: People;
  /** Whoever else takes part and needs no permission: mentors, staff. A prohibition counts for them too. */
  readonly alsoPresent?: People;
}

/**
 * Lets a plan go on when the ledger allows it, and holds the ledger still for these people until the plan is committed:
 * a prohibition that arrives meanwhile waits, and then finds the plan and suspends it. Throws `CONTACT_NOT_POSSIBLE`.
 */
export async function requireContact(tx: Transaction, contact: PlannedContact): Promise<void> {
  const { between, and, alsoPresent = [], channel, at } = contact;
  const needPermission = between.flatMap((one) => and.map((other) => pairOf([one, other])));
  const everybody = [...new Set([...between, ...and, ...alsoPresent])];
  const pairs = everybody.flatMap((one, index) => everybody.slice(index + 1).map((other) => pairOf([one, other])));
  await lockPairs(tx, pairs, 'for share');
  for (const pair of pairs) {
    const kinds = await rulesOf(tx, pair, channel, at);
    if (kinds.has('PROHIBITION')) throw notPossible();
    if (needPermission.some(([first, second]) => first === pair[0] && second === pair[1]) && !kinds.has('PERMISSION')) throw notPossible();
  }
}

/** Takes a prohibition into the ledger, once every plan in hand for these two is committed. What it forbids is then to be suspended in the same transaction. */
export async function recordProhibition(
  tx: Transaction,
  said: { prohibitionId: string; people: People; channels: readonly string[]; from: string; to: string | null },
): Promise<void> {
  await lockPairs(tx, [pairOf(said.people)], 'for update');
  const rule = { id: said.prohibitionId, people: said.people, kind: 'PROHIBITION', channels: said.channels, from: Temporal.Instant.from(said.from), to: said.to ? Temporal.Instant.from(said.to) : null } as const;
  tx.add(ContactRule.of(rule));
}

/** Always in the same order, so that two plans for the same people never wait for each other. */
async function lockPairs(tx: Transaction, pairs: readonly (readonly [string, string])[], lock: 'for share' | 'for update'): Promise<void> {
  const ordered = [...pairs].sort((one, other) => one.join().localeCompare(other.join()));
  for (const pair of ordered) {
    await tx.sql(`insert into contact_pair (first_person_id, second_person_id) values (?, ?) on conflict do nothing`, pair);
    await tx.sql(`select 1 from contact_pair where first_person_id = ? and second_person_id = ? ${lock}`, pair);
  }
}

async function rulesOf(reader: Reader, [first, second]: readonly [string, string], channel: ContactChannel, at: Temporal.Instant): Promise<Set<string>> {
  const rows = await reader.sql<{ kind: string }>(
    `select distinct kind from contact_rule
      where first_person_id = ? and second_person_id = ? and ? = any (channels) and starts_at <= ?::timestamptz and (ends_at is null or ends_at > ?::timestamptz)`,
    [first, second, channel, at.toString(), at.toString()],
  );
  return new Set(rows.map((row) => row.kind));
}
