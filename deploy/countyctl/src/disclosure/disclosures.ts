import { DomainError, type CountySlug } from '@fc/domain-kernel';
import { inTheBook } from '../book/book.ts';
import type { TakenOut } from '../export/take-out.ts';
import type { Platform } from '../platform.ts';
import { askedHash, type Asked } from './asked.ts';

/** One disclosure to a court, as the state's book keeps it for good. Whose records they are it does not say. */
export interface Disclosure {
  readonly id: string;
  /** The reference of the court's order. */
  readonly order: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  /** Where it was written, and the sum of its manifest; null until it is carried out. */
  readonly export: TakenOut | null;
  /** When it was carried out or withdrawn; null while it is open. */
  readonly endedAt: Date | null;
}

const columns = `id, court_order as "order", requested_by as "requestedBy", requested_at as "requestedAt", confirmed_by as "confirmedBy", confirmed_at as "confirmedAt", export, ended_at as "endedAt"`;

/** All disclosures out of a county that were not withdrawn, newest first. */
export const disclosuresOf = (platform: Platform, county: string): Promise<Disclosure[]> =>
  inTheBook(platform, async (client) => (await client.query<Disclosure>(`select ${columns} from registry.disclosure where county = $1 and withdrawn_by is null order by requested_at desc`, [county])).rows);

/** The last one of exactly this that was not withdrawn: open, or carried out. */
export const lastDisclosure = (platform: Platform, county: CountySlug, asked: Asked): Promise<Disclosure | undefined> =>
  inTheBook(platform, async (client) => {
    const { rows } = await client.query<Disclosure>(`select ${columns} from registry.disclosure where county = $1 and asked = $2 and withdrawn_by is null order by requested_at desc limit 1`, [county, askedHash(county, asked)]);
    return rows[0];
  });

/** Throws `NO_DISCLOSURE` where nobody has asked for exactly this, or it has been carried out. */
export async function openDisclosure(platform: Platform, county: CountySlug, asked: Asked): Promise<Disclosure> {
  const last = await lastDisclosure(platform, county, asked);
  if (!last || last.endedAt) throw noDisclosure(county);
  return last;
}

export const noDisclosure = (county: string): DomainError =>
  new DomainError('NO_DISCLOSURE', `Nobody has asked for exactly this disclosure out of ${county}: the same records, the same order, and the same word on 42 CFR Part 2. Look with: countyctl disclose ${county} status`);
