import { facts } from '@fc/contracts';
import { parseCountySlug, type CountySlug } from '@fc/domain-kernel';
import { z } from 'zod';

const retentionStart = z.enum(['EPISODE_EXIT', 'CASE_CLOSED', 'CREATED']);
/** From when the keeping of a record is counted. */
export type RetentionStart = z.infer<typeof retentionStart>;

/** The records for which a county can say how long they are kept, and from where that can be counted. A snapshot may hold others, of a newer build. */
export const retainedRecords = {
  FOSTER_CARE_EPISODE: ['EPISODE_EXIT', 'CREATED'],
  FAMILY_CONNECTION: ['CASE_CLOSED', 'CREATED'],
  PARTICIPATION_REQUEST: ['CASE_CLOSED', 'CREATED'],
  CONTACT_DETAILS: ['CASE_CLOSED'],
  PEER_NOTES: ['CASE_CLOSED', 'CREATED'],
  MANDATED_REPORT: ['CASE_CLOSED', 'CREATED'],
  FAMILY_TIME_VISIT: ['CASE_CLOSED', 'CREATED'],
} as const satisfies Record<string, readonly RetentionStart[]>;

const matchingWeight = z.int().min(0).max(150);

/** How long a meeting may take, in minutes. */
const meetingLength = z.int().min(15).max(480);

/** An item that a county has on an agenda of its own. */
const ownItem = z.object({
  key: z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/, 'is capitals, digits and underlines, like MEDICINES'),
  title: z.string().min(1).max(120),
  /** The same in Spanish; where it is left out, the English words stand on a Spanish paper, marked as such. */
  titleEs: z.string().min(1).max(120).optional(),
  direction: z.enum(['CAREGIVER_TO_PARENT', 'PARENT_TO_CAREGIVER', 'BOTH']).default('BOTH'),
});

const haveOwnKeys = (things: readonly { readonly key: string }[]): boolean => new Set(things.map(({ key }) => key)).size === things.length;

/** What a county decides for itself. A process that is older than the snapshot passes over settings that it does not know. Every setting has a safe default, so an empty object is a complete one. */
export const countySettingsSchema = z.object({
  /** Which instant starts the 24 hours of the comfort call (decision 1). */
  comfortCallClock: z.enum(['PLACEMENT', 'REMOVAL']).default('PLACEMENT'),
  /** Icebreaker due 3 to 5 of these days after the placement (decision 2). */
  icebreakerDays: z.enum(['CALENDAR', 'BUSINESS']).default('CALENDAR'),
  /** Days that are not business days, beside Saturdays and Sundays; ISO dates. */
  holidays: z.array(z.iso.date()).default([]),
  /** Days from the second acceptance to the Connections Meeting's own target. */
  connectionsMeetingTargetDays: z.int().min(1).max(90).default(14),
  /** Days from a match to the preparation with that mentor. */
  preparationTargetDays: z.int().min(1).max(90).default(7),
  /** Days between follow-up talks of a pair. */
  followUpEveryDays: z.int().min(1).max(90).default(14),
  /** How many minutes somebody needs to a meeting and back who has not said how many. */
  meetingTravelMinutes: z.int().min(0).max(240).default(30),
  /** How many minutes each takes here of which nobody has said how many: meetings, hearings, and what the families celebrate after the case. */
  meetingMinutes: z
    .object({
      connectionsMeeting: meetingLength.default(60),
      icebreaker: meetingLength.default(60),
      familyMeeting: meetingLength.default(60),
      reviewHearing: meetingLength.default(60),
      occasion: meetingLength.default(120),
    })
    .prefault({}),
  /** What a Connections Meeting is about here beside the program's six items, in this order after them. */
  agendaItems: z
    .array(
      ownItem.extend({
        /** Whether a meeting is held only once it was talked about. */
        required: z.boolean().default(false),
      }),
    )
    .max(12)
    .refine(haveOwnKeys, 'name two items by one key')
    .refine((items) => items.every(({ key }) => !facts.agendaKey.options.some((one) => one === key)), 'name an item as one of the program’s six')
    .default([]),
  /** What an icebreaker is about here beside the program's topics (R68), in this order after them. Nothing of it is compulsory. */
  icebreakerItems: z
    .array(ownItem)
    .max(12)
    .refine(haveOwnKeys, 'name two items by one key')
    .refine((items) => items.every(({ key }) => !facts.icebreakerTopic.options.some((one) => one === key)), 'name an item as one of the program’s topics')
    .default([]),
  /** The hearings at which the court, or where there is one a Citizen Review Board, reviews cases here (decision 17). */
  reviewHearingTypes: z
    .array(
      z.object({
        key: z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/, 'is capitals, digits and underlines, like PERMANENCY_PLANNING'),
        name: z.string().min(1).max(120),
        by: z.enum(['COURT', 'CITIZEN_REVIEW_BOARD']).default('COURT'),
      }),
    )
    .max(40)
    .refine(haveOwnKeys, 'name two hearings by one key')
    .default([
      { key: 'SHELTER_CARE', name: 'Shelter care hearing', by: 'COURT' },
      { key: 'REVIEW', name: 'Review hearing', by: 'COURT' },
      { key: 'PERMANENCY_PLANNING', name: 'Permanency planning hearing', by: 'COURT' },
    ]),
  /** Days until two families look at their agreement again, where they name no day. */
  agreementReviewDays: z.int().min(1).max(365).default(60),
  /** Whether a Citizen Review Board reviews cases here, beside the court (R61). */
  citizenReviewBoard: z.boolean().default(false),
  /** How long a Parent Ally's own case must have been closed, in months (decision 6). */
  allyCaseClosedMonths: z.int().min(0).max(120).default(12),
  /** Whether kin caregivers count as Caregiver Mentors (decision 6). */
  kinMayMentor: z.boolean().default(true),
  /** How many points each thing is worth at most when mentors are matched. Each run keeps the version that it went by: a change without a higher one is refused. */
  matchingWeights: z
    .object({
      version: z.int().min(1).default(1),
      firstLanguage: matchingWeight.default(50),
      room: matchingWeight.default(30),
      waiting: matchingWeight.default(20),
      wishes: matchingWeight.default(40),
      hours: matchingWeight.default(10),
    })
    .prefault({}),
  /**
   * At most so many matches and open proposals at a time for the mentors of a role together, or for those of them who were
   * trained within so many days. Each run keeps the version that it went by: a change without a higher one is refused.
   */
  matchingQuotas: z
    .object({
      version: z.int().min(1).default(1),
      limits: z.array(z.object({ mentorRole: z.enum(['PARENT_ALLY', 'CAREGIVER_MENTOR']), trainedWithinDays: z.int().min(1).max(3_650).nullable().default(null), most: z.int().min(0).max(10_000) })).default([]),
    })
    .prefault({}),
  /**
   * How many seconds a run may search for a better answer than it has; then it proposes the best found so far, and says so. Nothing
   * waits for it meanwhile. Of 300 families with hardly more places than needs, the last proof may take 150.
   */
  matchSearchSeconds: z.int().min(0).max(300).default(20),
  /** Whether a coordinator approves what a run proposes before mentor and family hear of it. */
  matchRunsNeedApproval: z.boolean().default(true),
  /** Whoever has waited for a mentor for so many days comes before everybody who has not, whatever points say. */
  waitingComesFirstDays: z.int().min(1).max(730).default(60),
  /** What families may ask a mentor to have lived through here, beside the program's own experiences, as in “experience with ...”. */
  mentorExperiences: z
    .array(z.object({ key: z.string().regex(/^[A-Z][A-Z0-9_]{1,39}$/, 'is capitals, digits and underlines, like DEAF_PARENTS'), en: z.string().min(1).max(80), es: z.string().min(1).max(80) }))
    .max(40)
    .refine(haveOwnKeys, 'name two experiences by one key')
    .default([]),
  /** Whether a mentor is looked for at once for whoever comes in, beside what runs have proposed. */
  matchOnArrival: z.boolean().default(false),
  /** How long mentor and family have to answer a proposal, in days; then the next best is looked for. */
  proposalAnswerDays: z.int().min(1).max(60).default(7),
  /** How many minutes of the week, at a stretch, the two mentors of a family connection must have in common to lead its meetings; 0 asks for none. */
  coLeadMinutes: z.int().min(0).max(480).default(60),
  /** What the county calls each role (decision 17), by role name. */
  roleLabels: z.record(z.string(), z.string()).default({}),
  /** How long a program supervisor reads by breaking the glass, in hours. */
  breakGlassHours: z.int().min(1).max(24).default(4),
  /** What the county calls each kinship, by its name: “suitable other” for somebody who is no relative (decision 17). */
  kinshipLabels: z.record(z.string(), z.string()).default({}),
  /** Whether parents have, in this state, a legal right to take part in their child's appointments (R37). */
  parentParticipationIsARight: z.boolean().default(false),
  /** From which age children have a view of their own (S88). */
  youthFromAge: z.int().min(10).max(18).default(14),
  /** Hours from entering custody to the first family time (decision 17). */
  firstFamilyTimeHours: z.int().min(1).max(720).default(72),
  /** Days between the second yes to an erasure and the day on which it may be carried out. */
  erasureWaitDays: z.int().min(0).max(90).default(7),
  /** Where people here report that a child may be abused or neglected: what it is called, and its number as it is dialled. */
  reportLine: z.object({ name: z.string().min(1).max(120), phone: z.string().min(3).max(30) }).nullable().default(null),
  /** How long each kind of record is kept, and from when that is counted. What is due is reported; nothing is deleted by it. */
  retention: z.array(z.object({ recordType: z.string(), keepForMonths: z.int().min(1).max(1_200), startsAt: retentionStart })).default([]),
});
export type CountySettings = z.infer<typeof countySettingsSchema>;

/** Counties share a few zones, and asking for one takes longer than reading all the rest of a county. */
const knownZones = new Set<string>();

const isTimeZone = (name: string): boolean => {
  if (knownZones.has(name)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    return false;
  }
  knownZones.add(name);
  return true;
};

export const countySchema = z.object({
  slug: z.string().transform((text): CountySlug => parseCountySlug(text)),
  name: z.string().min(1).max(120),
  kind: z.enum(['COUNTY', 'TRIBE']),
  /** Five-digit FIPS code; null for a tribe's program. */
  fips: z.string().regex(/^\d{5}$/).nullable(),
  /** The pilot county of the roll-out (R10). */
  pilot: z.boolean().default(false),
  /** IANA name; deadlines are counted in it (R83). */
  timeZone: z.string().refine(isTimeZone, 'is not an IANA time zone'),
  status: z.enum(['PROVISIONING', 'ACTIVE', 'SUSPENDED', 'OFFBOARDED']),
  /** The county's realm; a token from any other issuer is not of this county. */
  issuer: z.url(),
  /** Whether the realm has a mail server by which people are invited. */
  invitesByMail: z.boolean().default(false),
  database: z.object({ host: z.string(), port: z.int(), name: z.string() }),
  settings: countySettingsSchema,
  /** The version of each service's schema in this county's database, by service name. */
  schemaVersions: z.record(z.string(), z.string()).default({}),
  /** The oldest version of each service's code that can go on with that schema, by service name; none but the schema's own where nothing is said. */
  schemaFloors: z.record(z.string(), z.string()).default({}),
});
/** One tenant: a county's program, or a tribe's. */
export type County = z.infer<typeof countySchema>;

export const registrySnapshotSchema = z.object({
  /** Grows with every change; a running process never goes back to a smaller one. */
  version: z.int().min(1),
  issuedAt: z.iso.datetime(),
  state: z.object({
    issuer: z.url(),
    database: z.object({ host: z.string(), port: z.int(), name: z.string() }),
  }),
  counties: z.array(countySchema),
});
/** Everything a process knows about the tenants, at one version. */
export type RegistrySnapshot = z.infer<typeof registrySnapshotSchema>;
