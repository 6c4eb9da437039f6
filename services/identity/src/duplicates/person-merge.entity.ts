import { DomainError, newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { StoredDetails } from '../contact-details/contact-details.entity.ts';

/** What a merge moved or joined, by id: as much as is needed to undo it. */
export interface Moved {
  readonly roles: readonly { readonly role: string; readonly granted: boolean }[];
  readonly cases: readonly { readonly childId: string; readonly role: string; readonly joined: boolean }[];
  /** Copies on the survivor; the duplicate's own stay as they are. */
  readonly consents: readonly string[];
  readonly contactRules: readonly string[];
  readonly casePlanLimits: readonly { readonly id: string; readonly revision: number }[];
  /** The columns of the survivor's contact details before and after, sealed; null where there was nothing to fill in. */
  readonly contactDetails: { readonly was: StoredDetails; readonly became: StoredDetails } | null;
  /** With the parents or caregivers that they had. */
  readonly children: readonly { readonly id: string; readonly before: readonly string[] }[];
  readonly households: readonly { readonly id: string; readonly before: readonly string[] }[];
  readonly relatives: readonly string[];
  readonly participationRequests: readonly string[];
  readonly externalRecords: readonly { readonly sourceSystem: string; readonly externalId: string }[];
}

/** Something that was said of a survivor while the merge held. Nobody but those who said it can know of which of the two. */
export interface SaidSince {
  readonly kind: `${SaidSinceKind}`;
  readonly recordId: string;
}

/** The kinds of record that stay with the survivor when two are told apart, until somebody decides otherwise. */
export enum SaidSinceKind {
  ROLE = 'ROLE',
  CASE_ASSIGNMENT = 'CASE_ASSIGNMENT',
  CONSENT = 'CONSENT',
  CONTACT_RULE = 'CONTACT_RULE',
  CASE_PLAN_LIMIT = 'CASE_PLAN_LIMIT',
  CONTACT_DETAILS = 'CONTACT_DETAILS',
  CHILD = 'CHILD',
  HOUSEHOLD = 'HOUSEHOLD',
  RELATIVE = 'RELATIVE',
  PARTICIPATION_REQUEST = 'PARTICIPATION_REQUEST',
  FAMILY_CONNECTION = 'FAMILY_CONNECTION',
}

const schema = defineEntity({
  name: 'PersonMerge',
  tableName: 'person_merge',
  uniques: [{ name: 'person_merge_one_each', properties: ['duplicateId'], where: 'unmerged_at is null' }],
  properties: {
    id: column.id<'PersonMerge'>(),
    survivorId: column.ref<'Person'>().index(),
    duplicateId: column.ref<'Person'>(),
    reason: column.text(),
    moved: column.json<Moved>(),
    /** What named the survivor when the merge was done, so that it can be told what was said since. */
    known: column.texts(),
    mergedBy: column.ref<'Person'>(),
    mergedAt: column.instant(),
    unmergedBy: column.ref<'Person'>().nullable(),
    unmergedAt: column.instant().nullable(),
    saidSince: column.json<readonly SaidSince[]>(),
  },
});

/** Two records turned out to be of one person: one survives, the other is another name for it. */
export class PersonMerge extends schema.class {
  static of(merge: { survivorId: Id<'Person'>; duplicateId: Id<'Person'>; reason: string; moved: Moved; known: string[]; mergedBy: Id<'Person'>; mergedAt: Temporal.Instant }): PersonMerge {
    return make(PersonMerge, { id: newId<'PersonMerge'>(), ...merge, reason: requireText(merge.reason, { field: 'The reason', max: 500 }), unmergedBy: null, unmergedAt: null, saidSince: [] });
  }

  /** Throws `IDENTITY.MERGE_UNDONE`. */
  undo(by: Id<'Person'>, at: Temporal.Instant): void {
    if (this.unmergedAt) throw new DomainError('IDENTITY.MERGE_UNDONE', 'These two have been told apart already.');
    this.unmergedBy = by;
    this.unmergedAt = at;
  }

  /** What stays with the survivor, for somebody to decide. */
  leaves(saidSince: readonly SaidSince[]): void {
    this.saidSince = saidSince;
  }
}
schema.setClass(PersonMerge);
export const personMergeSchema = schema;
