import type pg from 'pg';
import type { Platform } from '../platform.ts';
import { asAdministrator } from '../steps/administrator.ts';

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
  // What left the platform: whose name it was that stood for it, and the sum by which it is known again.
  `create table if not exists registry.taking (
     id uuid primary key, county text not null, kind text not null, taken_by text not null, reason text not null,
     begun_at timestamptz not null default now(), sha256 text, rows integer, taken_at timestamptz)`,
  // Whose records they are is here as a hash alone: no id of a person leaves the county.
  `create table if not exists registry.disclosure (
     id uuid primary key default gen_random_uuid(), county text not null, asked text not null, court_order text not null,
     requested_by text not null, requested_at timestamptz not null default now(),
     confirmed_by text, confirmed_at timestamptz, export jsonb, withdrawn_by text, ended_at timestamptz,
     constraint disclosure_two_people check (lower(trim(confirmed_by)) <> lower(trim(requested_by))))`,
  `create unique index if not exists disclosure_one_at_a_time on registry.disclosure (county, asked) where ended_at is null`,
];

/** Works in the state's book: the part of its database where the operators' decisions are kept, and what they took out. */
export const inTheBook = <Result>(platform: Platform, work: (client: pg.Client) => Promise<Result>): Promise<Result> =>
  asAdministrator(platform, platform.stateDatabase, async (client) => {
    for (const table of tables) await client.query(table);
    return work(client);
  });

/** What PostgreSQL says when a unique index has been broken. */
export const uniqueViolation = '23505';
