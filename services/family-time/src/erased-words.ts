import type { ErasedWords } from '@fc/subgraph';

/** What family-time keeps of a person in words of theirs or about them. That a visit was, and how long, is the county's record. */
export const erasedWords: readonly ErasedWords[] = [
  { kind: 'why visits are supervised', columns: ['family_time_plan.supervise_because'], sql: `update family_time_plan set supervise_because = null where child_id = ? or parent_id = ?` },
  { kind: 'places of visits', columns: ['family_time_visit.place'], sql: `update family_time_visit set place = '' where child_id = ?::uuid or parent_id = ?::uuid or people_ids @> array[?::uuid::text]` },
];
