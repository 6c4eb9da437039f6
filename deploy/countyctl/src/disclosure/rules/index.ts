import type { DisclosedTable } from '../redactions.ts';
import { identityRules } from './identity.ts';
import { meetingsRules } from './meetings.ts';
import { familyTimeRules, matchingRules, supportRules } from './other-services.ts';

/** What a court's order reaches, by service and table. A table that is not here is disclosed to nobody: see `undisclosed`. */
export const disclosureRules: Readonly<Record<string, Readonly<Record<string, DisclosedTable>>>> = {
  identity: identityRules,
  matching: matchingRules,
  meetings: meetingsRules,
  'family-time': familyTimeRules,
  support: supportRules,
};

/** Tables of every service that serve the platform alone: trail, events, keys, and who may see what. */
const inEvery = /\.(access|audit)_\w+$|\.(outbox|inbox|parked)_event$|\.event_log$|\.(mikro_orm_migrations|idempotency_key|person_key|contact_pair)$/;

/** Tables that no order reaches through countyctl, as `<service>.<table>`, and why. */
const reasons: readonly { readonly why: string; readonly tables: string }[] = [
  { why: 'the county’s own business about a record, not the record', tables: 'identity.account identity.person_merge identity.external_record identity.case_import identity.case_import_row identity.legal_hold identity.erasure identity.erasure_report identity.break_glass_use identity.relative_notice_told identity.partner identity.partner_grant identity.capability_link identity.message_review identity.notification identity.notification_preferences' },
  { why: 'nobody’s record: places, texts and figures of the program', tables: 'identity.program_site identity.site_lead identity.tribe matching.match_run meetings.guide_review meetings.agenda_review meetings.wording_review support.organization support.content_review outcomes.readiness_assessment outcomes.readiness_improvement' },
  { why: 'follows from what identity and matching say, which is disclosed there', tables: 'matching.child_kin matching.connection_party matching.known_person matching.contact_rule matching.case_plan_limit meetings.active_match meetings.connection_child meetings.family_connection meetings.placement meetings.spoken_languages meetings.contact_rule meetings.case_plan_limit family-time.child_removal family-time.connected_child family-time.connected_families family-time.contact_rule family-time.case_plan_limit support.enrolled_person support.finished_reflections outcomes.outcome_fact outcomes.connection_journey outcomes.episode_journey outcomes.journey_child outcomes.state_fact_key' },
  { why: 'serves planning and reminding alone', tables: 'meetings.deadline meetings.reminder_day meetings.calendar_feed meetings.free_times meetings.statement_link meetings.support_confirmation' },
];

const named = new Set(reasons.flatMap(({ tables }) => tables.split(' ')));

/** Whether it has been decided that no order reaches this table, written `<service>.<table>`. */
export const undisclosed = (table: string): boolean => inEvery.test(table) || named.has(table);
