import { DomainError, newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { mentorRoles } from '../needs/mentor-need.entity.ts';
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
      conflicts: [],
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
