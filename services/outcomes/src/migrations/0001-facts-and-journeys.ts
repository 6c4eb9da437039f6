import { schemaStep } from '@fc/tenancy';

export const factsAndJourneys = schemaStep(
  '0001-facts-and-journeys',
  `create table "connection_journey" ("id" uuid not null, "parent_id" uuid not null, "household_id" uuid not null, "opened_at" timestamptz not null, "closed_at" timestamptz null, "withheld_at" timestamptz null, primary key ("id"))`,
  `create index "connection_journey_parent_id_index" on "connection_journey" ("parent_id")`,
  `create index "connection_journey_household_id_index" on "connection_journey" ("household_id")`,
  `create table "episode_journey" ("id" uuid not null, "child_id" uuid not null, "removed_at" timestamptz null, "exited_at" timestamptz null, "exit_reason" text null, primary key ("id"))`,
  `create index "episode_journey_child_id_index" on "episode_journey" ("child_id")`,
  `create table "journey_child" ("connection_id" uuid not null, "placement_id" uuid not null, "child_id" uuid not null, "joined_at" timestamptz not null, "left_at" timestamptz null, primary key ("connection_id", "placement_id"))`,
  `create index "journey_child_child_id_index" on "journey_child" ("child_id")`,
  `create table "outcome_fact" ("id" uuid not null, "kind" text not null, "category" text null, "at" timestamptz not null, "source_id" text not null, "connection_id" uuid null, "participant_id" uuid null, "child_id" uuid null, "parent_id" uuid null, primary key ("id"))`,
  `create index "outcome_fact_source_id_index" on "outcome_fact" ("source_id")`,
  `create index "outcome_fact_connection_id_index" on "outcome_fact" ("connection_id")`,
  `create index "outcome_fact_participant_id_index" on "outcome_fact" ("participant_id")`,
  `create index "outcome_fact_child_id_index" on "outcome_fact" ("child_id")`,
  `create index "outcome_fact_kind_at_index" on "outcome_fact" ("kind", "at")`,
  `create table "state_fact_key" ("fact_id" uuid not null, "state_id" text not null, "sent_at" timestamptz null, primary key ("fact_id"))`,
  `alter table "state_fact_key" add constraint "state_fact_key_state_id_unique" unique ("state_id")`,
  `alter table "outcome_fact" add constraint "outcome_fact_kind_check" check ("kind" in ('CONNECTION_OPENED', 'CONNECTION_CLOSED', 'MATCH_ACCEPTED', 'MATCH_ENDED', 'COMFORT_CALL_HELD', 'PREPARATION_HELD', 'MEETING_HELD', 'PLAN_AGREED', 'FOLLOW_UP_HELD', 'FAMILY_TIME_PLANNED', 'VISIT_HELD', 'WINDOW_MISSED', 'PLACEMENT_STARTED', 'EPISODE_EXITED', 'TRAINING_COMPLETED'))`,
  // Which facts count for which connection. Some name it. A match counts for every connection of its participant, also for one that
  // was opened later, unless it had ended by then. A child's facts count while the child's part in the connection lasts; a plan for
  // family time stays in force when the child comes to another home.
  `create view connection_fact as
     select fact.connection_id, fact.id as fact_id, fact.kind, fact.category, fact.at from outcome_fact fact where fact.connection_id is not null
     union all
     select journey.id, fact.id, fact.kind, fact.category, fact.at
       from connection_journey journey join outcome_fact fact on fact.participant_id in (journey.parent_id, journey.household_id)
      where fact.kind = 'MATCH_ACCEPTED' and (journey.closed_at is null or fact.at <= journey.closed_at)
        and not exists (select from outcome_fact ended where ended.kind = 'MATCH_ENDED' and ended.source_id = fact.source_id and ended.at <= journey.opened_at)
     union all
     select part.connection_id, fact.id, fact.kind, fact.category, fact.at
       from journey_child part join connection_journey journey on journey.id = part.connection_id join outcome_fact fact on fact.child_id = part.child_id
      where (fact.parent_id is null or fact.parent_id = journey.parent_id)
        and (fact.at >= part.joined_at or fact.kind = 'FAMILY_TIME_PLANNED') and (part.left_at is null or fact.at <= part.left_at)`,
);
