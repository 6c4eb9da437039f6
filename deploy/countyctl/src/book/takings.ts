import { newId } from '@fc/domain-kernel';
import type { Platform } from '../platform.ts';
import { inTheBook } from './book.ts';
import { requireName, requireReason } from './who-and-why.ts';

/** Who takes records out of a county, and why. */
export interface Taker {
  /** The operator's name; both names where two have decided it. */
  readonly by: string;
  readonly reason: string;
}

/** What was taken out of a county's database, as the state's book keeps it for good. */
export interface Taking {
  readonly id: string;
  /** EXPORT: the whole record. DISCLOSURE: what a court ordered of one person or family. */
  readonly kind: 'EXPORT' | 'DISCLOSURE';
  readonly takenBy: string;
  readonly reason: string;
  readonly begunAt: Date;
  /** The SHA-256 of the manifest; null while it is under way, and for good where it failed. */
  readonly sha256: string | null;
  readonly rows: number | null;
  readonly takenAt: Date | null;
}

/** Writes down who begins to take what, before anything is read; answers its id. Throws `NAME_NEEDED`, `REASON_NEEDED`. */
export async function beginTaking(platform: Platform, county: string, kind: Taking['kind'], { by, reason }: Taker): Promise<string> {
  const [takenBy, because] = [requireName(by), requireReason(reason, 'the record is taken out: the state’s book keeps it')];
  const id = newId(); // the county's trail names it, and finds by ids of the system alone
  return inTheBook(platform, async (client) => {
    await client.query('insert into registry.taking (id, county, kind, taken_by, reason) values ($1, $2, $3, $4, $5)', [id, county, kind, takenBy, because]);
    return id;
  });
}

export const completeTaking = (platform: Platform, id: string, { sha256, rows }: { readonly sha256: string; readonly rows: number }): Promise<unknown> =>
  inTheBook(platform, (client) => client.query('update registry.taking set sha256 = $2, rows = $3, taken_at = now() where id = $1', [id, sha256, rows]));

/** Everything that was ever taken out of a county, and every attempt, newest first. */
export const takingsOf = (platform: Platform, county: string): Promise<Taking[]> =>
  inTheBook(platform, async (client) => {
    const { rows } = await client.query<Taking>(
      `select id, kind, taken_by as "takenBy", reason, begun_at as "begunAt", sha256, rows, taken_at as "takenAt" from registry.taking where county = $1 order by begun_at desc`,
      [county],
    );
    return rows;
  });
