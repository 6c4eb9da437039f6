import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make, type PersonKey, type Place, type Row } from '@fc/tenancy';
import { draftForms, type DraftForm } from './draft-form.ts';
import { savedElsewhere } from './draft.errors.ts';

const schema = defineEntity({
  name: 'Draft',
  tableName: 'draft',
  uniques: [
    { name: 'draft_one_each', properties: ['personId', 'connectionId', 'form', 'about'] },
    { name: 'draft_one_beside', properties: ['personId', 'form', 'about'], where: 'connection_id is null' },
  ],
  properties: {
    id: column.id<'Draft'>(),
    personId: column.ref<'Person'>(),
    /** Null for a form beside connections. */
    connectionId: column.ref<'FamilyConnection'>().nullable().index(),
    form: column.oneOf(draftForms),
    /** Which of several of that form, in the client's own words; empty where there is one alone. */
    about: column.text(),
    content: column.sealed(),
    /** Counts the times that it was saved, from 1. */
    revision: column.integer(),
    savedAt: column.instant(),
    /** The idempotency key of the command that it becomes: sent from two devices, it happens once. */
    submissionKey: column.ref<'Submission'>(),
  },
});

export interface Saved {
  readonly content: string;
  readonly revision: number;
}

/** The most characters that a draft holds. */
const longest = 50_000;

const placeOf = ({ id }: { id: string }): Place => ({ record: 'Draft', id, field: 'content' });

/** A form that somebody has not sent in yet. For its writer alone, and sealed with their key. */
export class Draft extends schema.class {
  static begin(of: { personId: Id<'Person'>; connectionId: Id<'FamilyConnection'> | null; form: `${DraftForm}`; about: string }, content: string, key: PersonKey, savedAt: Temporal.Instant): Draft {
    const id = newId<'Draft'>();
    return make(Draft, { ...of, id, content: key.seal(placeOf({ id }), requireDraft(content)), revision: 1, savedAt, submissionKey: newId<'Submission'>() });
  }

  /** Saving the same once more changes nothing. Throws `CHANGED_MEANWHILE` over what another device has saved since, `TEXT_...`. */
  save(content: string, revision: number | null | undefined, key: PersonKey, at: Temporal.Instant): void {
    const text = requireDraft(content);
    if (text === Draft.open(this, key)) return;
    if (revision !== this.revision) throw savedElsewhere();
    this.content = key.seal(placeOf(this), text);
    this.revision += 1;
    this.savedAt = at;
  }

  static open(draft: Pick<Row<Draft>, 'id' | 'content'>, key: PersonKey): string {
    return key.open(placeOf(draft), draft.content);
  }
}
schema.setClass(Draft);
export const draftSchema = schema;

/** Empty where there is one draft of that form alone. Throws `TEXT_...`. */
export const requireAbout = (about: string | null | undefined): string => (about?.trim() ? requireText(about, { field: 'What the draft is about', max: 100 }) : '');

const requireDraft = (content: string): string => requireText(content, { field: 'The draft', max: longest });
