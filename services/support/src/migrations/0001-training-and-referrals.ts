import { schemaStep } from '@fc/tenancy';

export const trainingAndReferrals = schemaStep(
  '0001-training-and-referrals',
  `create table "enrolled_person" ("id" uuid not null, primary key ("id"))`,
  `create table "resource_referral" ("id" uuid not null, "person_id" uuid not null, "referred_by_id" uuid not null, "service_name" text not null, "need" text not null, "status" text not null, "outcome" text null, "made_at" timestamptz not null, "accepted_at" timestamptz null, "closed_at" timestamptz null, "version" int not null default 1, primary key ("id"))`,
  `create index "resource_referral_person_id_index" on "resource_referral" ("person_id")`,
  `create index "resource_referral_referred_by_id_index" on "resource_referral" ("referred_by_id")`,
  `create table "training_completion" ("id" uuid not null, "person_id" uuid not null, "training_key" text not null, "completed_on" date not null, "recorded_at" timestamptz not null, primary key ("id"))`,
  `alter table "training_completion" add constraint "training_completion_one_a_day" unique ("person_id", "training_key", "completed_on")`,
  `alter table "resource_referral" add constraint "resource_referral_need_check" check ("need" in ('HOUSING', 'FOOD', 'CHILD_CARE', 'TRANSPORT', 'EMPLOYMENT', 'EDUCATION', 'LEGAL', 'HEALTH', 'PARENTING', 'OTHER'))`,
  `alter table "resource_referral" add constraint "resource_referral_status_check" check ("status" in ('MADE', 'ACCEPTED', 'CLOSED'))`,
  `alter table "resource_referral" add constraint "resource_referral_outcome_check" check ("outcome" in ('SERVED', 'DECLINED', 'NOT_AVAILABLE', 'NO_LONGER_NEEDED'))`,
  `alter table "training_completion" add constraint "training_completion_training_key_check" check ("training_key" in ('MENTOR_BASICS', 'PARTNERING', 'PROTECTIVE_FACTORS', 'PROTECTIVE_FACTORS_TRAINERS'))`,
);
