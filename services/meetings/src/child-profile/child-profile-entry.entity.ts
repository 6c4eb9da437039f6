import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { alwaysSensitive, profileConsents, profileFields, sensitivities, type ProfileConsent, type ProfileField, type Sensitivity } from './profile-field.ts';

const schema = defineEntity({
  name: 'ChildProfileEntry',
  tableName: 'child_profile_entry',
  uniques: [{ name: 'child_profile_entry_one_revision', properties: ['childId', 'field', 'revision'] }],
  properties: {
    id: column.id<'ChildProfileEntry'>(),
    childId: column.ref<'Child'>(),
    field: column.oneOf(profileFields),
    /** Counts from 1; a later one takes the earlier one's place and leaves it in the history. */
    revision: column.integer(),
    text: column.text(),
    sensitivity: column.oneOf(sensitivities),
    consent: column.oneOf(profileConsents),
    /** Who told it. */
    sourceId: column.ref<'Person'>(),
    /** The connection within which it was told. */
    connectionId: column.ref<'FamilyConnection'>(),
    recordedBy: column.ref<'Person'>(),
    recordedAt: column.instant(),
  },
});

/** One thing that a caregiver should know of a child, in one of its revisions. It is never changed. */
export class ChildProfileEntry extends schema.class {
  static told(entry: {
    childId: Id<'Child'>;
    field: ProfileField;
    revision: number;
    text: string;
    sensitivity: Sensitivity;
    consent: ProfileConsent;
    sourceId: Id<'Person'>;
    connectionId: Id<'FamilyConnection'>;
    recordedBy: Id<'Person'>;
    recordedAt: Temporal.Instant;
  }): ChildProfileEntry {
    const sensitivity = alwaysSensitive.includes(entry.field) ? 'SENSITIVE' : entry.sensitivity;
    return make(ChildProfileEntry, { ...entry, sensitivity, id: newId<'ChildProfileEntry'>(), text: requireText(entry.text, { field: 'What you tell', max: 2_000 }) });
  }
}
schema.setClass(ChildProfileEntry);
export const childProfileEntrySchema = schema;
