import type { retainedRecords, RetentionStart } from '@fc/tenancy/registry';

/** The records of identity for which a county's rules can say how long they are kept. */
export enum RetainedRecord {
  FOSTER_CARE_EPISODE = 'FOSTER_CARE_EPISODE',
  FAMILY_CONNECTION = 'FAMILY_CONNECTION',
  PARTICIPATION_REQUEST = 'PARTICIPATION_REQUEST',
  CONTACT_DETAILS = 'CONTACT_DETAILS',
}

/** For each kind of record, from where its time can be counted: rows of `id`, `subject_id` (the person whose record it is) and `started`. */
export const startsOf: Readonly<Record<RetainedRecord, Partial<Record<RetentionStart, string>>>> = {
  FOSTER_CARE_EPISODE: {
    EPISODE_EXIT: `select id, child_id as subject_id, exited_at as started from foster_care_episode where exited_at is not null`,
    CREATED: `select id, child_id as subject_id, removed_at as started from foster_care_episode`,
  },
  FAMILY_CONNECTION: {
    CASE_CLOSED: `select id, parent_id as subject_id, closed_at as started from family_connection where closed_at is not null`,
    CREATED: `select id, parent_id as subject_id, opened_at as started from family_connection`,
  },
  PARTICIPATION_REQUEST: {
    CASE_CLOSED: `select id, person_id as subject_id, closed_at as started from participation_request where closed_at is not null`,
    CREATED: `select id, person_id as subject_id, requested_at as started from participation_request`,
  },
  CONTACT_DETAILS: {
    // When the last of those who worked on the person's case left it.
    CASE_CLOSED: `select details.id, details.person_id as subject_id, max(worker.ends_at) as started
                    from contact_details details join case_family family using (person_id) join case_assignment worker on worker.child_id = family.child_id
                   group by details.id, details.person_id having bool_and(worker.ends_at is not null)`,
  },
} satisfies { readonly [Kind in RetainedRecord]: { readonly [Start in (typeof retainedRecords)[Kind][number]]: string } };
