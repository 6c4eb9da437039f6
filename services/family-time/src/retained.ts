import type { RetainedKinds } from '@fc/subgraph';

/** What family-time keeps for which a county can say how long. Of an erased parent's visits no place is left; that they met, and when, is the county's record. */
export const retained: RetainedKinds = {
  FAMILY_TIME_VISIT: {
    // When the last of the parent's connections was closed.
    CASE_CLOSED: `select visit.id, visit.parent_id as subject_id, max(families.closed_at) as started
                    from family_time_visit visit join connected_families families using (parent_id) where visit.place <> ''
                   group by visit.id, visit.parent_id having bool_and(families.closed_at is not null)`,
    CREATED: `select id, parent_id as subject_id, starts_at as started from family_time_visit where place <> ''`,
  },
};
