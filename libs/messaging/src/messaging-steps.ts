import { schemaStep } from '@fc/tenancy';

/** The tables that messaging keeps in every service's schema. */
export const messagingSteps = [
  schemaStep(
    '0000-messaging-01',
    `create table outbox_event (
       id bigserial primary key,
       event_id uuid not null unique,
       subject text not null,
       envelope jsonb not null,
       emitted_at timestamptz not null default clock_timestamp()
     )`,
    // Kept as long as the record: the stream is transport, this is what was said.
    `create table event_log (
       sequence bigint not null,
       event_id uuid not null,
       subject text not null,
       envelope jsonb not null,
       emitted_at timestamptz not null,
       primary key (emitted_at, sequence)
     ) partition by range (emitted_at)`,
    `create table event_log_rest partition of event_log default`,
    `create index event_log_event_id on event_log (event_id)`,
    // One partition a month; countyctl makes the coming ones whenever it migrates.
    `create function event_log_make_partitions(months integer) returns void language plpgsql as $$
       declare first_day date;
       begin
         for n in 0..months loop
           first_day := date_trunc('month', now() at time zone 'UTC') + make_interval(months => n);
           execute format('create table if not exists %I partition of event_log for values from (%L) to (%L)',
             'event_log_' || to_char(first_day, 'YYYY_MM'), first_day::timestamp at time zone 'UTC', (first_day + interval '1 month')::timestamp at time zone 'UTC');
         end loop;
       end $$`,
    `select event_log_make_partitions(24)`,
    `create table inbox_event (
       event_id uuid not null,
       consumer text not null,
       handled_at timestamptz not null default clock_timestamp(),
       primary key (event_id, consumer)
     )`,
    `create table parked_event (
       sequence bigserial primary key,
       event_id uuid not null,
       consumer text not null,
       aggregate text not null,
       event_type text not null,
       envelope jsonb not null,
       state text not null constraint parked_event_state_check check (state in ('WAITING', 'FAILING', 'DEAD')),
       reason text not null,
       attempts integer not null default 1,
       next_try_at timestamptz not null,
       parked_at timestamptz not null default now(),
       unique (event_id, consumer)
     )`,
    `create index parked_event_aggregate on parked_event (aggregate, consumer)`,
  ),
];
