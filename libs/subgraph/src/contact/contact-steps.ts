import { schemaStep } from '@fc/tenancy';

/** The tables of `contact.entities.ts`. */
export const contactSteps = [
  schemaStep(
    '0000-contact-01',
    `create table contact_pair (first_person_id uuid not null, second_person_id uuid not null, primary key (first_person_id, second_person_id))`,
    `create table contact_rule (id uuid primary key, first_person_id uuid not null, second_person_id uuid not null, kind text not null, channels text[] not null,
       starts_at timestamptz not null, ends_at timestamptz null, constraint contact_rule_kind_check check (kind in ('PERMISSION', 'PROHIBITION')))`,
    `create index contact_rule_first_person_id_index on contact_rule (first_person_id)`,
    `create index contact_rule_second_person_id_index on contact_rule (second_person_id)`,
  ),
  schemaStep('0000-contact-02', `alter table contact_rule add hours jsonb null`),
];
