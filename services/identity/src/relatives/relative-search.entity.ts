import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

export enum SearchSource {
  PARENT = 'PARENT',
  CHILD = 'CHILD',
  RELATIVE = 'RELATIVE',
  AGENCY_RECORDS = 'AGENCY_RECORDS',
  SEARCH_SERVICE = 'SEARCH_SERVICE',
  TRIBE = 'TRIBE',
  OTHER = 'OTHER',
}
const sources: readonly `${SearchSource}`[] = Object.values(SearchSource);

const schema = defineEntity({
  name: 'RelativeSearch',
  tableName: 'relative_search',
  properties: {
    id: column.id<'RelativeSearch'>(),
    childId: column.ref<'Child'>().index(),
    searchedAt: column.instant(),
    source: column.oneOf(sources),
    outcome: column.text(),
    recordedBy: column.ref<'Person'>(),
  },
});

/** One step of the search for a child's relatives: who or what was asked, and what came of it. Never changed. */
export class RelativeSearch extends schema.class {
  /** Throws `TEXT_...`. */
  static record(childId: Id<'Child'>, { outcome, ...step }: { searchedAt: Temporal.Instant; source: `${SearchSource}`; outcome: string; recordedBy: Id<'Person'> }): RelativeSearch {
    return make(RelativeSearch, { id: newId<'RelativeSearch'>(), childId, ...step, outcome: requireText(outcome, { field: 'What came of it', max: 1_000 }) });
  }
}
schema.setClass(RelativeSearch);
export const relativeSearchSchema = schema;
