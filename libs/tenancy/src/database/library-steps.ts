import { schemaStep } from './service-schema.ts';

/** The tables that tenancy itself keeps in every service's schema. */
export const tenancySteps = [
  schemaStep(
    '0000-tenancy-01',
    `create table audit_entry (
       sequence bigserial primary key,
       at timestamptz not null default clock_timestamp(),
       outcome text not null,
       action text not null,
       person uuid null,
       actor_kind text not null,
       roles text[] not null,
       code text null,
       records jsonb not null,
       correlation_id text not null,
       constraint audit_entry_outcome_check check (outcome in ('DONE', 'REFUSED', 'READ'))
     )`,
    `create function audit_entry_is_insert_only() returns trigger language plpgsql as $$
       begin raise exception 'audit entries are never changed'; end $$`,
    `create trigger audit_entry_insert_only before update or delete or truncate on audit_entry
       for each statement execute function audit_entry_is_insert_only()`,
    `create table idempotency_key (
       principal text not null,
       mutation text not null,
       key text not null,
       input_hash text not null,
       result_id text null,
       created_at timestamptz not null default now(),
       primary key (principal, mutation, key)
     )`,
  ),
  schemaStep(
    '0000-tenancy-02',
    // Filled by the entry's own transaction, so what is not in it is sealed.
    `create table audit_unsealed (sequence bigint primary key)`,
    `insert into audit_unsealed select sequence from audit_entry`,
    `create function audit_entry_waits_for_seal() returns trigger language plpgsql as $$
       begin insert into audit_unsealed select sequence from added; return null; end $$`,
    `create trigger audit_entry_waits_for_seal after insert on audit_entry
       referencing new table as added for each statement execute function audit_entry_waits_for_seal()`,
    // Times are milliseconds since 1970, as they are hashed.
    `create table audit_seal (
       position integer primary key,
       total bigint not null,
       previous text not null,
       sealed_at bigint not null,
       entries jsonb not null,
       hash text not null
     )`,
    `create trigger audit_seal_insert_only before update or delete or truncate on audit_seal
       for each statement execute function audit_entry_is_insert_only()`,
    `create table audit_told (one boolean primary key default true check (one), position integer not null, at bigint not null)`,
  ),
  schemaStep(
    '0000-tenancy-03',
    // For the questions who did something, and what was done to a record or to what is about somebody.
    `create index audit_entry_person on audit_entry (person, sequence)`,
    `create index audit_entry_records on audit_entry using gin (records jsonb_path_ops)`,
  ),
];
