import { createHash } from 'node:crypto';

/** An entry of the trail as it is sealed: each column as PostgreSQL's own text, `at` in microseconds since 1970. */
export interface SealableEntry {
  readonly sequence: string;
  readonly at: string;
  readonly outcome: string;
  readonly action: string;
  readonly person: string | null;
  readonly actor_kind: string;
  readonly roles: string;
  readonly code: string | null;
  readonly records: string;
  readonly correlation_id: string;
}

/** The columns of a `SealableEntry`, for a query on `audit_entry entry`. A column that is added later needs a new form of `entryHash`, not a change of this one. */
export const sealableColumns = `entry.sequence::text as sequence, (extract(epoch from entry.at) * 1000000)::bigint::text as at, entry.outcome, entry.action, entry.person::text as person,
  entry.actor_kind, to_jsonb(entry.roles)::text as roles, entry.code, entry.records::text as records, entry.correlation_id`;

/** One entry's place in a seal: its number in the table, and the hash of what it said. */
export type SealedEntry = readonly [sequence: string, hash: string];

/** What a seal says. Each continues the one before it, so that none can be changed, taken out or put in without changing all that follow. */
export interface Seal {
  /** 1 for the first; no number is left out. */
  readonly position: number;
  /** How many entries this seal and all before it hold. */
  readonly total: number;
  /** The hash of the seal before; 64 zeros for the first. */
  readonly previous: string;
  /** Milliseconds since 1970. */
  readonly sealedAt: number;
  /** In the order of the trail: as they were committed, and in one commit as they were written. */
  readonly entries: readonly SealedEntry[];
}

/** Whose trail it is; part of every hash, so that no seal of another can be put in its place. */
export interface TrailName {
  readonly county: string;
  readonly service: string;
}

export const nothingYet = '0'.repeat(64);

const sha256 = (parts: readonly unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** The hash of what an entry says, without its number: so an entry that has changed places is known again. 64 zeros for one that was gone before it could be sealed. */
export function entryHash(entry: SealableEntry | undefined): string {
  if (!entry) return nothingYet;
  const { at, outcome, action, person, actor_kind: actorKind, roles, code, records, correlation_id: correlationId } = entry;
  return sha256(['fc-audit-entry-1', at, outcome, action, person, actorKind, roles, code, records, correlationId]);
}

export const sealHash = ({ county, service }: TrailName, { position, total, previous, sealedAt, entries }: Seal): string =>
  sha256(['fc-audit-seal-1', county, service, position, total, previous, sealedAt, entries]);
