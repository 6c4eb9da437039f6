import { DomainError } from '@fc/domain-kernel';
import type pg from 'pg';
import type { CountyExport } from '../export/export-county.ts';
import type { Platform } from '../platform.ts';
import { asAdministrator } from '../steps/administrator.ts';

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
  readonly export: CountyExport | null;
  /** The signed certificate, once nothing of the county is left. */
  readonly certificate: string | null;
}

export interface LegalHold {
  readonly reason: string;
  readonly placedBy: string;
  readonly placedAt: Date;
}

// Two names that differ in case or spaces are one person.
const tables = [
  `create table if not exists registry.offboarding (
     id uuid primary key default gen_random_uuid(), county text not null, reason text not null,
     requested_by text not null, requested_at timestamptz not null default now(),
     confirmed_by text, confirmed_at timestamptz, not_before timestamptz,
     export jsonb, certificate text, withdrawn_by text, ended_at timestamptz,
     constraint offboarding_two_people check (lower(trim(confirmed_by)) <> lower(trim(requested_by))))`,
  `create unique index if not exists offboarding_one_at_a_time on registry.offboarding (county) where ended_at is null`,
  `create table if not exists registry.legal_hold (
     county text not null, reason text not null, placed_by text not null, placed_at timestamptz not null default now(), lifted_by text, lifted_at timestamptz)`,
];

/** Works in the state's database, where the operators' decisions are kept. */
export const inTheBook = <Result>(platform: Platform, work: (client: pg.Client) => Promise<Result>): Promise<Result> =>
  asAdministrator(platform, platform.stateDatabase, async (client) => {
    for (const table of tables) await client.query(table);
    return work(client);
  });

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
