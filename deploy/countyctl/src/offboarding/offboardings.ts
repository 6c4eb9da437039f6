import { DomainError } from '@fc/domain-kernel';
import { inTheBook } from '../book/book.ts';
import type { TakenOut } from '../export/take-out.ts';
import type { Platform } from '../platform.ts';

/** One offboarding of a county, as the state's database keeps it for good. */
export interface Offboarding {
  readonly id: string;
  readonly county: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Date | null;
  /** Nothing is destroyed before; null until it is confirmed. */
  readonly notBefore: Date | null;
  /** Whether that moment has come, by the clock of the state's database. */
  readonly due: boolean;
  /** What was exported and checked; null until then. */
  readonly export: TakenOut | null;
  /** The signed certificate, once nothing of the county is left. */
  readonly certificate: string | null;
}

export interface LegalHold {
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: Date;
}

/** The last offboarding of that county that was not withdrawn: open, or ended with its certificate. */
export const lastOffboarding = (platform: Platform, county: string): Promise<Offboarding | undefined> =>
  inTheBook(platform, async (client) => {
    const { rows } = await client.query<Offboarding>(
      `select id, county, reason, requested_by as "requestedBy", requested_at as "requestedAt", confirmed_by as "confirmedBy", confirmed_at as "confirmedAt",
              not_before as "notBefore", coalesce(not_before <= now(), false) as due, export, certificate
         from registry.offboarding where county = $1 and withdrawn_by is null order by requested_at desc limit 1`,
      [county],
    );
    return rows[0];
  });

/** Throws `NO_OFFBOARDING` where nobody has asked for one that is still open. */
export async function openOffboarding(platform: Platform, county: string): Promise<Offboarding> {
  const last = await lastOffboarding(platform, county);
  if (!last || last.certificate !== null) throw new DomainError('NO_OFFBOARDING', `Nobody has asked to offboard ${county}. Begin with: countyctl offboard ${county} request --by <name> --reason <words>`);
  return last;
}

/** The legal holds that stand on a county as a whole. */
export const legalHolds = (platform: Platform, county: string): Promise<LegalHold[]> =>
  inTheBook(platform, async (client) => {
    const { rows } = await client.query<LegalHold>(
      `select reason, placed_by as "placedBy", placed_at as "placedAt" from registry.legal_hold where county = $1 and lifted_at is null order by placed_at`,
      [county],
    );
    return rows;
  });
