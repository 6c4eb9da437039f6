import { DomainError, newId, requireText, requireWeeklyHours, type Id, type Temporal, type WeeklyHours } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import type { Trait } from '../engine/matching-problem.ts';
import { mentorRoles } from '../needs/mentor-need.entity.ts';
import { requireExperience, requireNoContradiction, requireTraits } from '../people/traits.ts';
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
  readonly traits?: readonly Trait[] | null;
  readonly limits?: readonly string[] | null;
  readonly areas?: readonly string[] | null;
  readonly hours?: readonly WeeklyHours[] | null;
  readonly awayFrom?: Temporal.PlainDate | null;
  readonly awayUntil?: Temporal.PlainDate | null;
  readonly daysAway?: readonly DaysAway[] | null;
  readonly hoursExceptions?: readonly HoursException[] | null;
  /** An IANA name; null for the county's. */
  readonly timeZone?: string | null;
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
    traits: column.json<readonly Trait[]>().defaultRaw(`'[]'`),
    /** Lived experiences that they would rather not work with. */
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
      ...{ conflicts: [], traits: [], limits: [], areas: [], hours: [], awayFrom: null, awayUntil: null, daysAway: [], hoursExceptions: [], timeZone: null },
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

  declareConflict(personId: Id<'Person'>): void {
    if (!this.conflicts.includes(personId)) this.conflicts = [...this.conflicts, personId];
  }

  /** Throws `INVALID_HOURS`, `MATCHING.UNKNOWN_EXPERIENCE`, `MATCHING.LIMITS_CONTRADICT`, `MATCHING.LEAVE_ENDS_FIRST`, `MATCHING.TOO_MANY_DAYS_AWAY`, `MATCHING.TOO_MANY_EXCEPTIONS`, `MATCHING.HOURS_CONTRADICT` or `MATCHING.UNKNOWN_TIME_ZONE`. */
  describe({ traits, limits, areas, hours, awayFrom, awayUntil, daysAway, hoursExceptions, timeZone }: MentorDescription): void {
    if (traits) this.traits = requireTraits(traits.map(({ kind, value }) => ({ kind, value })));
    if (limits) this.limits = [...new Set(limits.map(requireExperience))];
    requireNoContradiction(this.traits, this.limits);
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

function requireCapacity(capacity: number): number {
  if (!Number.isInteger(capacity) || capacity < 1 || capacity > mostMatches) throw new DomainError('MATCHING.CAPACITY_OUT_OF_RANGE', `A mentor has room for 1 to ${mostMatches} matches.`);
  return capacity;
}
