import { newId, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make, type PersonKey, type Place, type Row, type Sealed } from '@fc/tenancy';
import { concernAnswered, groundNeeded, ownConcern } from './discrimination-concern.errors.ts';

/** For what somebody is treated worse. */
export enum DiscriminationGround {
  RACE_OR_ETHNICITY = 'RACE_OR_ETHNICITY',
  TRIBE = 'TRIBE',
  CULTURE = 'CULTURE',
  LANGUAGE = 'LANGUAGE',
  FAITH = 'FAITH',
  SEX_OR_GENDER = 'SEX_OR_GENDER',
  SEXUAL_IDENTITY = 'SEXUAL_IDENTITY',
  DISABILITY = 'DISABILITY',
  POVERTY = 'POVERTY',
  OTHER = 'OTHER',
}
const grounds: readonly `${DiscriminationGround}`[] = Object.values(DiscriminationGround);

const schema = defineEntity({
  name: 'DiscriminationConcern',
  tableName: 'discrimination_concern',
  properties: {
    id: column.id<'DiscriminationConcern'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    raisedBy: column.ref<'Person'>().index(),
    raisedAt: column.instant(),
    grounds: column.texts().$type<`${DiscriminationGround}`[]>(),
    /** What happened, in their words. Null, as the answer, once somebody of whom it speaks is erased. */
    words: column.sealed().nullable(),
    answeredBy: column.ref<'Person'>().nullable(),
    answeredAt: column.instant().nullable(),
    answer: column.sealed().nullable(),
    version: column.version(),
  },
});

/** What is written in a concern, opened. */
export type ConcernWords = Record<'words' | 'answer', string | null>;

const placeOf = (id: string, field: keyof ConcernWords): Place => ({ record: 'DiscriminationConcern', id, field });

/** Somebody says that a child or a family is treated worse for who they are (S46, R41). Sealed with their key, the answer too, and kept from everybody of whom it may speak. */
export class DiscriminationConcern extends schema.class {
  /** Throws `MEETINGS.GROUND_NEEDED`, `TEXT_...`. */
  static raise(of: { connectionId: Id<'FamilyConnection'>; raisedBy: Id<'Person'> }, said: { grounds: readonly `${DiscriminationGround}`[]; words: string }, key: PersonKey, at: Temporal.Instant): DiscriminationConcern {
    if (said.grounds.length === 0) throw groundNeeded();
    const id = newId<'DiscriminationConcern'>();
    return make(DiscriminationConcern, {
      ...{ ...of, id, raisedAt: at, answeredBy: null, answeredAt: null, answer: null },
      grounds: grounds.filter((ground) => said.grounds.includes(ground)),
      words: key.seal(placeOf(id, 'words'), requireText(said.words, { field: 'What happened', max: 4_000 })),
    });
  }

  /** Once, and by somebody else than whoever raised it. Throws `FORBIDDEN`, `MEETINGS.CONCERN_ANSWERED`, `TEXT_...`. */
  answerWith(text: string, by: Id<'Person'>, key: PersonKey, at: Temporal.Instant): void {
    if (by === this.raisedBy) throw ownConcern();
    if (this.answeredAt) throw concernAnswered();
    Object.assign(this, { answer: key.seal(placeOf(this.id, 'answer'), requireText(text, { field: 'The answer', max: 4_000 })), answeredBy: by, answeredAt: at });
  }

  static open({ id, words, answer }: Row<DiscriminationConcern>, key: PersonKey): ConcernWords {
    const open = (field: keyof ConcernWords, sealed: Sealed | null | undefined): string | null => (sealed ? key.open(placeOf(id, field), sealed) : null);
    return { words: open('words', words), answer: open('answer', answer) };
  }
}
schema.setClass(DiscriminationConcern);
export const discriminationConcernSchema = schema;
