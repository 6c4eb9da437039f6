/** Columns of text that hold no word of a person or about one, so that an erasure need not touch them; each line says why. */
export const tellsNothing: readonly RegExp[] = [
  // The machinery of every service: ids, kinds, hashes, and payloads that hold ids and facts.
  /^\w+\.(audit_\w+|outbox_event|event_log\w*|parked_event|inbox\w*|idempotency\w*|access_\w+|contact_pair|schema_step|mikro_orm_migrations)\./,
  // Ids, and words of a list.
  /\.(caregiver_ids|parent_ids|people_ids|lead_ids|conflicts|fact_ids|tribe_ids|party_ids|connection_ids|channels|scopes|purposes|kinds|given_up|topics|source_id|state_id)$/,
  // Terms with numbers, days and words of a list.
  /\.(earlier|earlier_types|hours|reasons|unmatched|contact)$/,
];
