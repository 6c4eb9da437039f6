/** Columns of text in which nobody’s words can stand, each line with the reason. */
export const tellsNothing: readonly RegExp[] = [
  // The machinery of every service: ids, kinds, hashes, and payloads that hold ids and facts.
  /^\w+\.(audit_\w+|outbox_event|event_log\w*|parked_event|inbox\w*|idempotency\w*|access_\w+|contact_pair|schema_step|mikro_orm_migrations)\./,
  // Ids, and words of a list.
  /\.(caregiver_ids|parent_ids|other_parent_ids|people_ids|relative_ids|lead_ids|professional_ids|came_ids|recipient_ids|conflicts|fact_ids|tribe_ids|party_ids|connection_ids|channels|scopes|doers|purposes|kinds|given_up|source_id|state_id|said_since)$/,
  /\.(icebreaker\.topics|hearing_preparation\.done|transition_plan\.steps_\w+|\w+\.rule|\w+\.started_by|case_import_row\.code|erasure_report\.service|message_review\.wording|guide_review\.wording|agenda_review\.wording|wording_review\.wording|content_review\.wording|reflection\.question_id|moment_mark\.prompt_id|progress_share\.readers|partnering_willingness\.ways|mentor_profile\.time_zone|guide_tick\.prompt_id|episode_journey\.exit_reason|outcome_fact\.category|participation_request\.preferred_language)$/,
  // Terms with numbers, days and words of a list.
  /\.(earlier|earlier_types|hours|days_away|hours_exceptions|reasons|runner_up|constraints_met|constraints_against|quality|search|unmatched|notification\.contact)$/,
];

/** Columns that hold words and that an erasure need not touch, each line with the reason. */
export const wordsThatStay: readonly RegExp[] = [
  // An import as a whole: from where, and hashes. What is left of a broken row goes with the next part.
  /^identity\.case_import\./,
  // About organisations, sites and tribes.
  /^identity\.(partner\.\w+|partner_grant\.(purpose|program)|program_site\.name|tribe\.name)$/,
  /^support\.organization\.\w+$/,
  // What a county calls its hearings, and what it talks about in every meeting.
  /^meetings\.(agenda_item\.(key|own_title)|review_hearing\.type_(key|name))$/,
  // About the county's own work.
  /^outcomes\.readiness_(assessment\.(answers|policies_in_place)|improvement\.what)$/,
  // Where a court's order, a case plan or a lawsuit can be found, and what a hold is for: the county answers for them.
  /^identity\.(case_plan_limit\.document|contact_rule\.\w*document|legal_hold\.\w+)$/,
  // `erasePerson` itself takes the name and the key, and `WhenPersonErased` the account.
  /^identity\.(person\.(given_name|family_name|languages|phone)|person_key\.wrapped|account\.\w+)$/,
];
