import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';

const schema = defineEntity({
  name: 'ConfidentialFact',
  tableName: 'confidential_fact',
  properties: {
    id: column.id<'ConfidentialFact'>(),
    personId: column.ref<'Person'>().index(),
    text: column.text(),
    recordedBy: column.ref<'Person'>(),
    recordedAt: column.instant(),
  },
});

/**
 * Something about a person's treatment, or their belonging to a treatment court, which 42 CFR Part 2 protects. Its plain name is
 * meant: the county's trail names kinds of records, and nobody is to learn from the trail who is in treatment.
 */
export class ConfidentialFact extends schema.class {
  static record(said: { personId: Id<'Person'>; text: string; recordedBy: Id<'Person'>; recordedAt: Temporal.Instant }): ConfidentialFact {
    return make(ConfidentialFact, { id: newId<'ConfidentialFact'>(), ...said, text: requireText(said.text, { field: 'The fact', max: 1_000 }) });
  }
}
schema.setClass(ConfidentialFact);
export const confidentialFactSchema = schema;
