import { newId, requireText, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

/** What kind of place a site is. */
export enum SiteKind {
  TREATMENT_COURT = 'TREATMENT_COURT',
  COMMUNITY = 'COMMUNITY',
}
const kinds: readonly `${SiteKind}`[] = Object.values(SiteKind);

const schema = defineEntity({
  name: 'ProgramSite',
  tableName: 'program_site',
  uniques: [{ name: 'program_site_one_name', properties: ['name'] }],
  properties: {
    id: column.id<'ProgramSite'>(),
    kind: column.oneOf(kinds),
    /** What those call it who work there. Families and the other side know the county's program by its own name alone. */
    name: column.text(),
    registeredAt: column.instant(),
  },
});

/** A place at which the county runs its program, such as a court. Who belongs to it is nobody's to know but theirs and its leads'. */
export class ProgramSite extends schema.class {
  static register(kind: `${SiteKind}`, name: string, registeredAt: Temporal.Instant): ProgramSite {
    return make(ProgramSite, { id: newId<'ProgramSite'>(), kind, name: requireText(name, { field: 'The name', max: 120 }), registeredAt });
  }
}
schema.setClass(ProgramSite);
export const programSiteSchema = schema;

