import { schemaStep } from '@fc/tenancy';

/** The tables of `access.entities.ts`, and who is in the circle around a family connection. */
export const accessSteps = [
  schemaStep(
    '0000-subgraph-01',
    `create table access_account (issuer text not null, subject text not null, person_id uuid not null, disabled boolean not null, primary key (issuer, subject))`,
    `create index access_account_person_id_index on access_account (person_id)`,
    `create table access_role (id uuid primary key, person_id uuid not null, role text not null, starts_at timestamptz not null, ends_at timestamptz null,
       constraint access_role_role_check check (role in ('COORDINATOR', 'PROGRAM_SUPERVISOR', 'CASEWORKER', 'CASEWORKER_SUPERVISOR', 'VISIT_SUPERVISOR', 'PARENT', 'CAREGIVER', 'PARENT_ALLY', 'CAREGIVER_MENTOR', 'RELATIVE', 'YOUTH', 'CASA', 'NAVIGATOR')))`,
    `create index access_role_person_id_index on access_role (person_id)`,
    `create table access_party (connection_id uuid not null, person_id uuid not null, role text not null, participant_id uuid not null, closed_at timestamptz null,
       primary key (connection_id, person_id), constraint access_party_role_check check (role in ('PARENT', 'CAREGIVER')))`,
    `create index access_party_participant_id_index on access_party (participant_id)`,
    `create table access_child (connection_id uuid not null, child_id uuid not null, placement_id uuid not null, left_at timestamptz null, primary key (connection_id, child_id))`,
    `create index access_child_child_id_index on access_child (child_id)`,
    `create table access_case_member (id uuid primary key, child_id uuid not null, person_id uuid not null, role text not null, ends_at timestamptz null,
       constraint access_case_member_role_check check (role in ('COORDINATOR', 'PROGRAM_SUPERVISOR', 'CASEWORKER', 'CASEWORKER_SUPERVISOR', 'VISIT_SUPERVISOR', 'PARENT', 'CAREGIVER', 'PARENT_ALLY', 'CAREGIVER_MENTOR', 'RELATIVE', 'YOUTH', 'CASA', 'NAVIGATOR')))`,
    `create index access_case_member_child_id_index on access_case_member (child_id)`,
    `create index access_case_member_person_id_index on access_case_member (person_id)`,
    `create table access_pair (id uuid primary key, role text not null, mentor_id uuid not null, participant_id uuid not null, ended_at timestamptz null,
       constraint access_pair_role_check check (role in ('PARENT_ALLY', 'CAREGIVER_MENTOR')))`,
    `create index access_pair_mentor_id_index on access_pair (mentor_id)`,
    `create index access_pair_participant_id_index on access_pair (participant_id)`,
    // The two families stay on their own connection; mentors and staff are on it while it is open.
    `create view circle_member as
       select connection_id, person_id, role from access_party
       union
       select party.connection_id, pair.mentor_id, pair.role
         from access_pair pair join access_party party using (participant_id)
        where pair.ended_at is null and party.closed_at is null
       union
       select child.connection_id, member.person_id, member.role
         from access_child child join access_case_member member using (child_id)
        where member.ends_at is null
          and exists (select 1 from access_party party where party.connection_id = child.connection_id and party.closed_at is null)`,
  ),
  schemaStep(
    '0000-subgraph-02',
    `create table access_partner_grant (id uuid primary key, partner_id uuid not null, client_id text not null, scopes text[] not null, connection_ids text[] not null,
       starts_at timestamptz not null, ends_at timestamptz not null)`,
    `create index access_partner_grant_client_id_index on access_partner_grant (client_id)`,
    // A partner organisation is in the circle of an open connection that its grant names, for as long as the grant lasts.
    `create or replace view circle_member as
       select connection_id, person_id, role from access_party
       union
       select party.connection_id, pair.mentor_id, pair.role
         from access_pair pair join access_party party using (participant_id)
        where pair.ended_at is null and party.closed_at is null
       union
       select child.connection_id, member.person_id, member.role
         from access_child child join access_case_member member using (child_id)
        where member.ends_at is null
          and exists (select 1 from access_party party where party.connection_id = child.connection_id and party.closed_at is null)
       union
       select party.connection_id, partner.partner_id, 'PARTNER'
         from access_partner_grant partner join access_party party on party.connection_id::text = any (partner.connection_ids)
        where party.closed_at is null and partner.starts_at <= now() and partner.ends_at > now()`,
  ),
  schemaStep(
    '0000-subgraph-03',
    `create table access_elevation (id uuid primary key, person_id uuid not null, subject_id uuid not null, ends_at timestamptz not null)`,
    `create index access_elevation_person_id_index on access_elevation (person_id)`,
  ),
];
