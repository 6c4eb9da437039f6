import { schemaStep } from '@fc/tenancy';

/** The table of `case-plan-limit.entity.ts`. */
export const casePlanSteps = [
  schemaStep(
    '0000-case-plan-01',
    `create table case_plan_limit (id uuid primary key, child_id uuid not null, person_id uuid not null, channels text[] not null, times_per_week int null, supervision text null,
       starts_at timestamptz not null, ends_at timestamptz null, revision int not null,
       constraint case_plan_limit_supervision_check check (supervision in ('SUPERVISED', 'MONITORED', 'UNSUPERVISED')))`,
    `create index case_plan_limit_child_id_index on case_plan_limit (child_id)`,
  ),
];
