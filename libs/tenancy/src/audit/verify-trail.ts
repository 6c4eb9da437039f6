import { schemaName } from '../database/names.ts';
import { entryHash, nothingYet, sealableColumns, sealHash, type Seal, type SealableEntry, type SealedEntry, type TrailName } from './seal.ts';
import { isSignedByOneOf, type Anchor, type AnchorKey } from './sealed-head.ts';

/** A query on the county's database, `$1` for the first parameter; all of one verification see the same moment. */
export type TrailQuery = <Row extends object>(text: string, parameters?: readonly unknown[]) => Promise<Row[]>;

export interface TrailFinding {
  readonly kind: 'ENTRY_CHANGED' | 'ENTRY_MISSING' | 'ENTRY_ADDED' | 'ENTRIES_REORDERED' | 'SEAL_BROKEN' | 'SEAL_MISSING' | 'TRAIL_CUT' | 'TRAIL_REWRITTEN' | 'ANCHOR_FORGED' | 'NOT_ANCHORED';
  /** The number of the entry (`audit_entry.sequence`), or of the seal where the kind speaks of a seal, a trail or an anchor. */
  readonly at: string;
  readonly says: string;
}

export interface TrailReport extends TrailName {
  readonly seals: number;
  /** Entries that are sealed, and that still wait for it. */
  readonly entries: number;
  readonly unsealed: number;
  /** The newest seal that an anchor vouches for; 0 for none. */
  readonly anchored: number;
  /** Empty when the trail is what was written. */
  readonly findings: readonly TrailFinding[];
}

type StoredSeal = Seal & { readonly hash: string };

/** An entry that is not what its seal says. */
interface Mismatch {
  readonly sequence: string;
  readonly sealed: string;
  readonly found: string;
}

const sealsAtOnce = 100;
/** How long a seal may wait for its anchor before somebody is told, in milliseconds. */
const anchorPatience = 10 * 60_000;

/**
 * Compares a trail with its seals, and its seals with the anchors that are kept elsewhere. `keys` are the public keys
 * of whoever keeps them; `now` in milliseconds since 1970. It believes nothing that the county's database says of itself
 * beyond the rows: every hash is made anew.
 */
export async function verifyTrail(query: TrailQuery, name: TrailName, { anchors, keys, now }: { anchors: readonly Anchor[]; keys: readonly AnchorKey[]; now: number }): Promise<TrailReport> {
  const schema = schemaName(name.service);
  const findings: TrailFinding[] = [];
  const mismatches: Mismatch[] = [];
  const hashes = new Map<number, string>();
  const unanchored: StoredSeal[] = [];
  const vouched = vouchedHeads(anchors, name, keys, findings);
  const newestAnchor = Math.max(0, ...vouched.keys());
  let last: Pick<StoredSeal, 'position' | 'total' | 'hash'> = { position: 0, total: 0, hash: nothingYet };
  for await (const seals of sealsOf(query, schema)) {
    for (const seal of seals) {
      if (seal.position !== last.position + 1) findings.push({ kind: 'SEAL_MISSING', at: String(last.position + 1), says: `After seal ${last.position} comes seal ${seal.position}.` });
      else if (seal.previous !== last.hash || seal.total !== last.total + seal.entries.length) findings.push({ kind: 'SEAL_BROKEN', at: String(seal.position), says: `Seal ${seal.position} does not continue the one before it.` });
      if (sealHash(name, seal) !== seal.hash) findings.push({ kind: 'SEAL_BROKEN', at: String(seal.position), says: `Seal ${seal.position} does not say what it said.` });
      hashes.set(seal.position, seal.hash);
      if (seal.position > newestAnchor) unanchored.push(seal);
      last = seal;
    }
    mismatches.push(...(await compare(query, schema, seals.flatMap(({ entries }) => entries))));
  }
  findings.push(...inWords(mismatches), ...(await added(query, schema)), ...againstAnchors(vouched, hashes, last.position));
  const [waiting] = await query<{ unsealed: number }>(`select count(*)::int as unsealed from ${schema}.audit_unsealed`);
  const overdue = unanchored.find(({ sealedAt }) => sealedAt < now - anchorPatience);
  if (overdue) findings.push({ kind: 'NOT_ANCHORED', at: String(overdue.position), says: `From seal ${overdue.position} on nothing vouches for this trail: the newest anchor is of seal ${newestAnchor}.` });
  return { ...name, seals: hashes.size, entries: last.total, unsealed: waiting?.unsealed ?? 0, anchored: newestAnchor, findings };
}

async function* sealsOf(query: TrailQuery, schema: string): AsyncGenerator<StoredSeal[]> {
  for (let after = 0; ; ) {
    const seals = await query<StoredSeal>(
      `select position, total::float8 as total, previous, sealed_at::float8 as "sealedAt", entries, hash from ${schema}.audit_seal where position > $1 order by position limit ${sealsAtOnce}`,
      [after],
    );
    if (seals.length === 0) return;
    yield seals;
    after = seals.at(-1)!.position;
  }
}

async function compare(query: TrailQuery, schema: string, sealed: readonly SealedEntry[]): Promise<Mismatch[]> {
  const rows = await query<SealableEntry>(`select ${sealableColumns} from ${schema}.audit_entry entry where entry.sequence = any ($1::bigint[])`, [sealed.map(([sequence]) => sequence)]);
  const found = new Map(rows.map((row) => [row.sequence, entryHash(row)]));
  return sealed.flatMap(([sequence, hash]) => {
    const now = found.get(sequence) ?? nothingYet;
    return now === hash && now !== nothingYet ? [] : [{ sequence, sealed: hash, found: now }];
  });
}

/** An entry that says what another one was sealed as has changed places with it. */
function inWords(mismatches: readonly Mismatch[]): TrailFinding[] {
  const sealedAs = new Map(mismatches.map(({ sequence, sealed }) => [sealed, sequence]));
  return mismatches.map(({ sequence, found }): TrailFinding => {
    if (found === nothingYet) return { kind: 'ENTRY_MISSING', at: sequence, says: `Entry ${sequence} is gone.` };
    const other = sealedAs.get(found);
    if (other !== undefined) return { kind: 'ENTRIES_REORDERED', at: sequence, says: `Where entry ${sequence} was stands what entry ${other} said.` };
    return { kind: 'ENTRY_CHANGED', at: sequence, says: `Entry ${sequence} does not say what it said.` };
  });
}

/** Every entry waits for its seal from the moment when it is written: one that neither waits nor is sealed came another way. */
async function added(query: TrailQuery, schema: string): Promise<TrailFinding[]> {
  const rows = await query<{ sequence: string }>(
    `select sequence::text from (
       select sequence from ${schema}.audit_entry
       except select (entry ->> 0)::bigint from ${schema}.audit_seal, jsonb_array_elements(entries) entry
       except select sequence from ${schema}.audit_unsealed) stray order by stray.sequence limit 1000`,
  );
  return rows.map(({ sequence }) => ({ kind: 'ENTRY_ADDED', at: sequence, says: `Entry ${sequence} was put in without being written.` }));
}

/** The anchors of this trail whose signature is good, by the seal that they speak of. */
function vouchedHeads(anchors: readonly Anchor[], { county, service }: TrailName, keys: readonly AnchorKey[], findings: TrailFinding[]): Map<number, Anchor> {
  const vouched = new Map<number, Anchor>();
  for (const anchor of anchors.filter((each) => each.county === county && each.service === service))
    if (isSignedByOneOf(anchor, keys)) vouched.set(anchor.position, anchor);
    else findings.push({ kind: 'ANCHOR_FORGED', at: String(anchor.position), says: `The anchor of seal ${anchor.position} is not signed by whoever keeps the anchors.` });
  return vouched;
}

function againstAnchors(vouched: ReadonlyMap<number, Anchor>, hashes: ReadonlyMap<number, string>, lastPosition: number): TrailFinding[] {
  const anchors = [...vouched.values()].sort((one, other) => one.position - other.position);
  const rewritten = anchors.find(({ position, hash }) => hashes.has(position) && hashes.get(position) !== hash);
  const newest = anchors.at(-1);
  return [
    ...(rewritten ? [{ kind: 'TRAIL_REWRITTEN', at: String(rewritten.position), says: `Seal ${rewritten.position} is another one than was anchored: this trail, or what it held up to there, was written anew.` } as const] : []),
    ...(newest && newest.position > lastPosition
      ? [{ kind: 'TRAIL_CUT', at: String(lastPosition + 1), says: `The trail ends with seal ${lastPosition}; seal ${newest.position}, with ${newest.total} entries up to it, was anchored.` } as const]
      : []),
  ];
}
