import { DomainError, newId, requireText, requireWeeklyHours, type Id, type Temporal, type WeeklyHours } from '@fc/domain-kernel';
import { column, defineEntity, make, type PersonKey, type Place, type Row } from '@fc/tenancy';
import type { Trait } from '../engine/matching-problem.ts';
import { openJson, sealJson } from '../own-words/sealed-json.ts';
import { mentorRoles } from '../needs/mentor-need.entity.ts';
import { requireExperience } from '../people/experiences.ts';
import { requireLanguages } from '../people/mentor-languages.ts';
import { requireNoContradiction, requireTraits } from '../people/traits.ts';
import { requireDaysAway, requireInOrder, type DaysAway, type KeptDaysAway } from './days-away.ts';
import { requireHoursExceptions, requireTimeZone, type HoursException, type KeptHoursException } from './free-times.ts';
import { fosterExperiences, type MentorFacts } from './eligibility.ts';
import { profileRefusals } from './profiles.errors.ts';

/** How many matches one mentor may have at a time. */
const mostMatches = 20;

/** What a coordinator states when they register a mentor, or register them again. */
export interface MentorStatement extends Required<MentorFacts> {
  readonly trainedOn: Temporal.PlainDate | null;
  readonly capacity: number;
  readonly languages: readonly string[];
}

/** What a mentor says of themself; what is left out stays as it is. */
export interface MentorDescription {
  readonly languages?: readonly string[] | null | undefined;
  readonly traits?: readonly Trait[] | null;
  readonly limits?: readonly string[] | null;
  readonly preferences?: readonly string[] | null;
  readonly areas?: readonly string[] | null;
  readonly hours?: readonly WeeklyHours[] | null;
  readonly awayFrom?: Temporal.PlainDate | null;
  readonly awayUntil?: Temporal.PlainDate | null;
  readonly daysAway?: readonly DaysAway[] | null;
  readonly hoursExceptions?: readonly HoursException[] | null;
  /** An IANA name; null for the county's. */
  readonly timeZone?: string | null;
}

/** What a mentor says of themself that nobody reads out of a database. */
export interface MentorWords {
  readonly traits: readonly Trait[];
  /** Lived experiences that they would rather not work with. */
  readonly limits: readonly string[];
  /** Those that they would like to work with; nothing of who spoke before that was asked. */
  readonly preferences?: readonly string[];
}

const schema = defineEntity({
  name: 'MentorProfile',
  tableName: 'mentor_profile',
  uniques: [{ name: 'mentor_profile_one_each', properties: ['personId', 'mentorRole'] }],
  properties: {
    id: column.id<'MentorProfile'>(),
    personId: column.ref<'Person'>(),
    mentorRole: column.oneOf(mentorRoles),
    ownCaseClosedOn: column.date().nullable(),
    fosterExperience: column.oneOf(fosterExperiences).nullable(),
    workedWithParents: column.boolean().nullable(),
    /** As a coordinator stated it; support may know of another training. */
    trainedOn: column.date().nullable(),
    capacity: column.integer(),
    /** BCP 47 tags in which they mentor. */
    languages: column.texts(),
    /** People with whom they may not be matched, as they or a coordinator declared. */
    conflicts: column.texts().$type<Id<'Person'>[]>(),
    /** `MentorWords`, for their own key; null while they have said none. */
    ownWords: column.sealed().nullable(),
    /** In plain words an older version wrote these two; they are empty once sealed. */
    traits: column.json<readonly Trait[]>().defaultRaw(`'[]'`),
    limits: column.texts().defaultRaw(`'{}'`),
    /** Where they come to; empty for anywhere. */
    areas: column.texts().defaultRaw(`'{}'`),
    hours: column.json<readonly WeeklyHours[]>().defaultRaw(`'[]'`),
    awayFrom: column.date().nullable(),
    awayUntil: column.date().nullable(),
    daysAway: column.json<readonly KeptDaysAway[]>().defaultRaw(`'[]'`),
    hoursExceptions: column.json<readonly KeptHoursException[]>().defaultRaw(`'[]'`),
    /** On whose clocks their hours and exceptions are; null for the county's. */
    timeZone: column.text().nullable(),
    active: column.boolean(),
    version: column.version(),
  },
});

/** One person in one mentor role. Who lacks the role's experience has none (R18, R19): see `lackingExperience`. */
export class MentorProfile extends schema.class {
  static register(personId: Id<'Person'>, stated: MentorStatement): MentorProfile {
    const { mentorRole, ownCaseClosedOn, fosterExperience, workedWithParents, trainedOn, capacity, languages } = stated;
    return make(MentorProfile, {
      id: newId<'MentorProfile'>(),
      personId,
      mentorRole,
      ownCaseClosedOn,
      fosterExperience,
      workedWithParents,
      trainedOn,
      capacity: requireCapacity(capacity),
      languages: [...new Set(languages)],
      ...{ conflicts: [], ownWords: null, traits: [], limits: [], areas: [], hours: [], awayFrom: null, awayUntil: null, daysAway: [], hoursExceptions: [], timeZone: null },
      active: true,
    });
  }

  /** Back in a role that they once gave up; what they declared before still holds. Throws `MATCHING.ALREADY_REGISTERED` while they are in it. */
  registerAgain(stated: MentorStatement): void {
    if (this.active) throw profileRefusals.mentor_profile_one_each();
    const { ownCaseClosedOn, fosterExperience, workedWithParents, trainedOn, capacity, languages } = stated;
    Object.assign(this, { ownCaseClosedOn, fosterExperience, workedWithParents, trainedOn, capacity: requireCapacity(capacity), languages: [...new Set(languages)], active: true });
  }

  /** Throws `MATCHING.CAPACITY_OUT_OF_RANGE`. A smaller one ends no match; it only lets no new one begin. */
  setCapacity(capacity: number): void {
    this.capacity = requireCapacity(capacity);
  }

  /** What an older version wrote in plain words is sealed. */
  sealPlain(key: PersonKey): void {
    this.seal({ traits: this.traits, limits: this.limits }, key);
  }

  static open({ id, ownWords }: Pick<Row<MentorProfile>, 'id' | 'ownWords'>, key: PersonKey): MentorWords {
    return ownWords ? openJson<MentorWords>(key, placeOf(id), ownWords) : { traits: [], limits: [] };
  }

  private seal(words: MentorWords, key: PersonKey): void {
    requireNoContradiction(words.traits, words.limits, words.preferences);
    const said = words.traits.length > 0 || words.limits.length > 0 || (words.preferences ?? []).length > 0;
    this.ownWords = said ? sealJson(key, placeOf(this.id), words) : null;
    this.traits = [];
    this.limits = [];
  }

  declareConflict(personId: Id<'Person'>): void {
    if (!this.conflicts.includes(personId)) this.conflicts = [...this.conflicts, personId];
  }

  /** `key`: their own; `known`: the experiences that people of the county may name. Throws `INVALID_HOURS`, `MATCHING.UNKNOWN_EXPERIENCE`, `MATCHING.LIMITS_CONTRADICT`, `MATCHING.LEAVE_ENDS_FIRST`, `MATCHING.TOO_MANY_DAYS_AWAY`, `MATCHING.TOO_MANY_EXCEPTIONS`, `MATCHING.HOURS_CONTRADICT`, `MATCHING.UNKNOWN_LANGUAGE` or `MATCHING.UNKNOWN_TIME_ZONE`. */
  describe({ languages, traits, limits, preferences, areas, hours, awayFrom, awayUntil, daysAway, hoursExceptions, timeZone }: MentorDescription, key: PersonKey, known: readonly string[]): void {
    const before: MentorWords = this.ownWords ? MentorProfile.open(this, key) : { traits: this.traits, limits: this.limits };
    const experiences = (named: readonly string[]): string[] => [...new Set(named.map((value) => requireExperience(value, known)))];
    const said = { ...(traits && { traits: requireTraits(traits.map(({ kind, value }) => ({ kind, value })), known) }), ...(limits && { limits: experiences(limits) }), ...(preferences && { preferences: experiences(preferences) }) };
    this.seal({ ...before, ...said }, key);
    if (languages) this.languages = requireLanguages(languages);
    if (areas) this.areas = [...new Set(areas.map((area) => requireText(area, { field: 'An area', max: 40 })))];
    if (hours) this.hours = requireWeeklyHours(hours);
    if (awayFrom !== undefined) this.awayFrom = awayFrom;
    if (awayUntil !== undefined) this.awayUntil = awayUntil;
    if (this.awayFrom && this.awayUntil) requireInOrder(this.awayFrom, this.awayUntil);
    if (daysAway) this.daysAway = requireDaysAway(daysAway);
    if (hoursExceptions) this.hoursExceptions = requireHoursExceptions(hoursExceptions);
    if (timeZone !== undefined) this.timeZone = timeZone === null ? null : requireTimeZone(timeZone);
  }

  deactivate(): void {
    this.active = false;
  }
}
schema.setClass(MentorProfile);
export const mentorProfileSchema = schema;

const placeOf = (id: string): Place => ({ record: 'MentorProfile', id, field: 'ownWords' });

function requireCapacity(capacity: number): number {
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > mostMatches) throw new DomainError('MATCHING.CAPACITY_OUT_OF_RANGE', `A mentor has room for 1 to ${mostMatches} matches.`);
  return capacity;
}
