import { newId, requireText, requireWeeklyHours, Temporal, type Id, type WeeklyHours } from '@fc/domain-kernel';
import { column, defineEntity, make, type PersonKey, type Place, type Row } from '@fc/tenancy';
import type { Wish } from '../engine/matching-problem.ts';
import { openJson, sealJson } from '../own-words/sealed-json.ts';
import { requireLanguageWish, type LanguageWish } from '../people/language-wish.ts';
import { requireWishes } from '../people/traits.ts';

export enum MentorRole {
  PARENT_ALLY = 'PARENT_ALLY',
  CAREGIVER_MENTOR = 'CAREGIVER_MENTOR',
}
export const mentorRoles: readonly `${MentorRole}`[] = Object.values(MentorRole);

/** What a family asks for; what is left out stays as it is. */
export interface Asked {
  readonly wishes?: readonly Wish[] | null;
  /** Null takes it back. */
  readonly language?: LanguageWish | null;
  readonly hours?: readonly WeeklyHours[] | null;
  readonly area?: string | null;
}

/** Whose key seals what is said. */
export interface WordsKey {
  readonly of: Id<'Person'>;
  readonly key: PersonKey;
}

const schema = defineEntity({
  name: 'MentorNeed',
  tableName: 'mentor_need',
  uniques: [{ name: 'mentor_need_one_each', properties: ['participantId', 'mentorRole'] }],
  properties: {
    id: column.id<'MentorNeed'>(),
    /** A parent, or a caregiver household: the match is theirs, not the connection's. */
    participantId: column.ref<'Participant'>(),
    mentorRole: column.oneOf(mentorRoles),
    /** The connection that made it known; the match that meets it serves all connections of the participant. */
    connectionId: column.ref<'FamilyConnection'>(),
    /** What they asked for, and never what somebody supposes: for the key of `wishesOf`, who is one of them. */
    ownWishes: column.sealed().nullable(),
    wishesOf: column.ref<'Person'>().nullable(),
    /** In plain words an older version wrote them; empty once sealed. */
    wishes: column.json<readonly Wish[]>().defaultRaw(`'[]'`),
    /** In which languages they would like to talk with a mentor, where they said so; else their own say it. */
    languageWish: column.json<LanguageWish>().nullable(),
    hours: column.json<readonly WeeklyHours[]>().defaultRaw(`'[]'`),
    area: column.text().nullable(),
    since: column.instant(),
    metAt: column.instant().nullable(),
    /** The program works with the participant no more, so nobody waits. */
    withdrawnAt: column.instant().nullable(),
    /** They have come in, and the county wants a mentor looked for at once. */
    lookDue: column.boolean().defaultRaw('false'),
    version: column.version(),
  },
});

/** A parent waits for a Parent Ally, or a caregiver household for a Caregiver Mentor. */
export class MentorNeed extends schema.class {
  /** A parent's need is a Parent Ally and never a Caregiver Mentor (R11); a household's the other way round (R12). */
  static ofParent(parentId: Id<'Person'>, connectionId: Id<'FamilyConnection'>, since: Temporal.Instant): MentorNeed {
    return MentorNeed.#of(parentId, 'PARENT_ALLY', connectionId, since);
  }

  static ofHousehold(householdId: Id<'CaregiverHousehold'>, connectionId: Id<'FamilyConnection'>, since: Temporal.Instant): MentorNeed {
    return MentorNeed.#of(householdId, 'CAREGIVER_MENTOR', connectionId, since);
  }

  static #of(participant: string, mentorRole: `${MentorRole}`, connectionId: Id<'FamilyConnection'>, since: Temporal.Instant): MentorNeed {
    return make(MentorNeed, { id: newId<'MentorNeed'>(), participantId: participant as Id<'Participant'>, mentorRole, connectionId, since, ownWishes: null, wishesOf: null, wishes: [], languageWish: null, hours: [], area: null, metAt: null, withdrawnAt: null, lookDue: false });
  }

  /** `known`: the experiences that people of the county may name. Throws `INVALID_HOURS`, `MATCHING.UNKNOWN_EXPERIENCE`, `MATCHING.UNKNOWN_LANGUAGE` or `MATCHING.WISHES_CONTRADICT`. */
  ask({ wishes, language, hours, area }: Asked, family: WordsKey, known: readonly string[]): void {
    if (wishes) this.seal(requireWishes(wishes.map(({ kind, value, must }) => ({ kind, value, must })), known), family);
    if (language !== undefined) this.languageWish = language && requireLanguageWish(language);
    if (hours) this.hours = requireWeeklyHours(hours);
    if (area !== undefined) this.area = area === null ? null : requireText(area, { field: 'An area', max: 40 });
  }

  /** What an older version wrote in plain words is sealed. */
  sealPlain(family: WordsKey): void {
    this.seal(this.wishes, family);
  }

  static open({ id, ownWishes }: Pick<Row<MentorNeed>, 'id' | 'ownWishes'>, key: PersonKey): readonly Wish[] {
    return ownWishes ? openJson<readonly Wish[]>(key, placeOf(id), ownWishes) : [];
  }

  private seal(wishes: readonly Wish[], { of, key }: WordsKey): void {
    this.ownWishes = wishes.length > 0 ? sealJson(key, placeOf(this.id), wishes) : null;
    this.wishesOf = wishes.length > 0 ? of : null;
    this.wishes = [];
  }

  /** Somebody is to be looked for at once, where they wait. */
  lookAtOnce(): void {
    this.lookDue = this.isOpen();
  }

  looked(): void {
    this.lookDue = false;
  }

  isOpen(): boolean {
    return this.metAt === null && this.withdrawnAt === null;
  }

  meet(at: Temporal.Instant): void {
    this.metAt = at;
    this.withdrawnAt = null;
  }

  /** The match that met it is over: they wait from now on. */
  reopen(at: Temporal.Instant): void {
    this.metAt = null;
    this.since = at;
  }

  /** Nobody waits any more. A need that is met stays met: the match belongs to the participant. */
  withdraw(at: Temporal.Instant): void {
    if (this.isOpen()) this.withdrawnAt = at;
  }

  /** The program works with them again. Whoever only changed the household has waited all along. */
  resume(connectionId: Id<'FamilyConnection'>, since: Temporal.Instant): void {
    if (!this.withdrawnAt) return;
    if (Temporal.Instant.compare(since, this.withdrawnAt) > 0) this.since = since;
    this.connectionId = connectionId;
    this.withdrawnAt = null;
  }
}
schema.setClass(MentorNeed);
export const mentorNeedSchema = schema;

const placeOf = (id: string): Place => ({ record: 'MentorNeed', id, field: 'ownWishes' });
