import { DomainError, Temporal, type Id, type Span, type WeeklyHours } from '@fc/domain-kernel';
import type { Reader, Transaction } from '@fc/tenancy';
import { ContactRule, pairOf, type ContactChannel } from './contact.entities.ts';
import { momentOf, verdict, verdicts, type Pair, type Verdict } from './verdict.ts';

/** It names no order, no investigation and no address program: whoever reads it may be anybody. */
export const contactNotPossible = (): DomainError => new DomainError('CONTACT_NOT_POSSIBLE', 'This is not possible at present. Please ask your caseworker.');

type People = readonly Id<'Person'>[];
export interface PlannedContact {
  readonly channel: ContactChannel;
  readonly at: Temporal.Instant;
  /** How long it goes on; a moment when left out. */
  readonly until?: Temporal.Instant;
  /** These need a permission with each of `and`: a parent with each caregiver. */
  readonly between: People;
  readonly and: People;
  /** Whoever else takes part and needs no permission: mentors, staff. A prohibition counts for them too. */
  readonly alsoPresent?: People;
}

/**
 * Lets a plan go on when the ledger allows all of it, and holds the ledger still for these people until the plan is committed:
 * what forbids more and arrives meanwhile waits, and then finds the plan and suspends it. Throws `CONTACT_NOT_POSSIBLE`.
 */
export async function requireContact(tx: Transaction, contact: PlannedContact): Promise<void> {
  await lockPairs(tx, pairsOf(contact), 'for share');
  if (!(await isContactPossible(tx, contact))) throw contactNotPossible();
}

/** Whether the rules that are kept here allow all of it. Asks about every pair, whatever it has found: how long the answer takes must not tell for whom it is no. */
export async function isContactPossible(reader: Reader, contact: PlannedContact): Promise<boolean> {
  const forbidden: boolean[] = [];
  for (const pair of pairsOf(contact)) forbidden.push(await forbids(reader, pair, contact));
  return !forbidden.includes(true);
}

/** As `isContactPossible`, for these people at any time within that span: the rules are read once, however many times are tried. */
export async function whenContactIsPossible(reader: Reader, contact: Omit<PlannedContact, 'at' | 'until'>, within: Span): Promise<(time: Span) => boolean> {
  const pairs: ((time: Span) => boolean)[] = [];
  for (const pair of pairsOf(contact)) {
    const said = await verdicts(reader, pair, contact.channel, within);
    pairs.push((time) => isForbidden(said(time), needsPermission(pair, contact)));
  }
  return (time) => !pairs.map((isForbiddenFor) => isForbiddenFor(time)).includes(true);
}

/** What the ledger has come to forbid, as a service learns of it. */
export interface LedgerChange {
  readonly people: Pair;
  /** Of a new prohibition; null when a permission ended: then only what needs one is touched. */
  readonly prohibited: { readonly channels: readonly ContactChannel[]; readonly time: Span; readonly hours: readonly WeeklyHours[] } | null;
  /** Whether these two may not take part in that any more, as things stand now. Never, where they are not both in it. */
  forbids(contact: PlannedContact): Promise<boolean>;
}

/** What `contact-prohibited` tells. */
interface Prohibited {
  readonly prohibitionId: string;
  readonly people: People;
  readonly channels: readonly ContactChannel[];
  readonly from: string;
  readonly to: string | null;
  readonly hours?: readonly WeeklyHours[] | undefined;
}

/** Takes a prohibition into the ledger once every plan in hand for these two is committed. */
export async function recordProhibition(tx: Transaction, { prohibitionId: id, people, channels, hours = [], ...said }: Prohibited): Promise<LedgerChange> {
  const pair = await holdAlone(tx, people);
  const [from, to] = [Temporal.Instant.from(said.from), said.to ? Temporal.Instant.from(said.to) : null];
  tx.add(ContactRule.of({ id, people, kind: 'PROHIBITION', channels, from, to, hours }));
  await tx.flush();
  return changeOf(tx, pair, { channels, time: { opens: from, closes: to ?? endOfTime }, hours });
}

/** Takes the end of a permission into the ledger once every plan in hand for these two is committed. */
export async function recordPermissionEnd(tx: Transaction, { permissionId, people, endedAt }: { permissionId: string; people: People; endedAt: string }): Promise<LedgerChange> {
  const pair = await holdAlone(tx, people);
  const permission = await tx.get(ContactRule, permissionId);
  permission.to = Temporal.Instant.from(endedAt);
  await tx.flush();
  return changeOf(tx, pair, null);
}

const endOfTime = Temporal.Instant.from('9999-12-31T00:00:00Z');

const changeOf = (tx: Transaction, people: Pair, prohibited: LedgerChange['prohibited']): LedgerChange => ({
  people,
  prohibited,
  forbids: async (contact) => pairsOf(contact).some((pair) => isSame(pair, people)) && forbids(tx, people, contact),
});

async function forbids(reader: Reader, pair: Pair, contact: PlannedContact): Promise<boolean> {
  const { channel, at, until } = contact;
  return isForbidden(await verdict(reader, pair, channel, until ? { opens: at, closes: until } : momentOf(at)), needsPermission(pair, contact));
}

const isForbidden = (said: Verdict, isPermissionNeeded: boolean): boolean => said === 'PROHIBITED' || (said === 'UNSAID' && isPermissionNeeded);

const needsPermission = (pair: Pair, { between, and }: Pick<PlannedContact, 'between' | 'and'>): boolean => between.some((one) => and.some((other) => isSame(pairOf([one, other]), pair)));
const isSame = (one: Pair, other: Pair): boolean => one[0] === other[0] && one[1] === other[1];

/** Any two of those who take part, each pair once. */
function pairsOf({ between, and, alsoPresent = [] }: Pick<PlannedContact, 'between' | 'and' | 'alsoPresent'>): Pair[] {
  const everybody = [...new Set([...between, ...and, ...alsoPresent])];
  return everybody.flatMap((one, index) => everybody.slice(index + 1).map((other) => pairOf([one, other])));
}

/** No plan for these two can be decided until this transaction ends. */
async function holdAlone(tx: Transaction, people: People): Promise<Pair> {
  const pair = pairOf(people);
  await lockPairs(tx, [pair], 'for update');
  return pair;
}

/** Always in the same order, so that two plans for the same people never wait for each other. */
async function lockPairs(tx: Transaction, pairs: readonly Pair[], lock: 'for share' | 'for update'): Promise<void> {
  const ordered = [...pairs].sort((one, other) => one.join().localeCompare(other.join()));
  for (const pair of ordered) {
    await tx.sql(`insert into contact_pair (first_person_id, second_person_id) values (?, ?) on conflict do nothing`, [...pair]);
    await tx.sql(`select 1 from contact_pair where first_person_id = ? and second_person_id = ? ${lock}`, [...pair]);
  }
}
