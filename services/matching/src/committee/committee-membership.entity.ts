import { randomUUID } from 'node:crypto';
import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { requireLanguages } from '../people/mentor-languages.ts';

/** How an ally wants to be listed. */
export interface CommitteeEntry {
  readonly name: string;
  readonly languages: readonly string[];
}

const schema = defineEntity({
  name: 'CommitteeMembership',
  tableName: 'committee_membership',
  properties: {
    id: column.id<'CommitteeMembership'>(),
    personId: column.ref<'Person'>().unique(),
    /** The entry's name in the state's database: random, so that it joins back to nobody there. */
    stateId: column.text().unique(),
    /** As they want to be called there. Null once they have left. */
    name: column.text().nullable(),
    languages: column.texts(),
    joinedAt: column.instant(),
    leftAt: column.instant().nullable(),
    /** Whether the state's roster says what this row says. */
    listed: column.boolean(),
    version: column.version(),
  },
});

/** A Parent Ally asked to be on the roster of the statewide committee, or does so no more. What leaves the county is name, county and languages. */
export class CommitteeMembership extends schema.class {
  static of(personId: Id<'Person'>, joinedAt: Temporal.Instant): CommitteeMembership {
    return make(CommitteeMembership, { id: newId<'CommitteeMembership'>(), personId, stateId: randomUUID(), name: null, languages: [], joinedAt, leftAt: null, listed: false });
  }

  /** They are listed so from now on, or listed anew. Throws `TEXT_...`, `MATCHING.UNKNOWN_LANGUAGE`. */
  join({ name, languages }: CommitteeEntry, at: Temporal.Instant): void {
    if (this.leftAt) this.joinedAt = at;
    this.name = requireText(name, { field: 'The name', max: 120 });
    this.languages = requireLanguages(languages);
    this.leftAt = null;
    this.listed = false;
  }

  isMember(): boolean {
    return this.leftAt === null;
  }

  /** Nothing of them is to be listed any more. */
  leave(at: Temporal.Instant): void {
    if (!this.isMember()) return;
    this.leftAt = at;
    this.name = null;
    this.languages = [];
    this.listed = false;
  }

  /** The state's roster says the same. */
  told(): void {
    this.listed = true;
  }
}
schema.setClass(CommitteeMembership);
export const committeeMembershipSchema = schema;
