import type { Id } from '@fc/domain-kernel';
import { z } from 'zod';

/** The kinds of fact that payloads are made of. */
/** The id of one kind of thing. */
export const idOf = <Kind extends string>(): z.ZodType<Id<Kind>, Id<Kind>> => z.uuid() as unknown as z.ZodType<Id<Kind>, Id<Kind>>; // checked as a UUID, typed as its kind
/** RFC 3339, UTC. */
export const instant = z.iso.datetime();
/** Grows with every change of the source; a projection ignores what is older than what it has. */
export const version = z.int().min(1);
/** When a clock started. DATE: only the day is known, so the clock runs from the end of that local day. */
export const clockStart = z.object({ at: instant, precision: z.enum(['MINUTE', 'DATE']) });

export const roleName = z.enum([
  'COORDINATOR',
  'PROGRAM_SUPERVISOR',
  'CASEWORKER',
  'CASEWORKER_SUPERVISOR',
  'VISIT_SUPERVISOR',
  'PARENT',
  'CAREGIVER',
  'PARENT_ALLY',
  'CAREGIVER_MENTOR',
  'RELATIVE',
  'YOUTH',
  'CASA',
  'NAVIGATOR',
]);
export const mentorRole = z.enum(['PARENT_ALLY', 'CAREGIVER_MENTOR']);
export const placementType = z.enum([
  'FOSTER_FAMILY_HOME',
  'RELATIVE_FOSTER_HOME',
  'GROUP_HOME',
  'EMERGENCY_SHELTER',
  'RESIDENTIAL_FACILITY',
  'CHILD_CARE_INSTITUTION',
  'PRE_ADOPTIVE_HOME',
  'OTHER',
  'RESPITE',
  'TRIAL_HOME_VISIT',
  'HOSPITAL',
  'RUNAWAY',
  'SUPERVISED_INDEPENDENT_LIVING',
]);
export const exitReason = z.enum(['REUNIFICATION', 'GUARDIANSHIP', 'KINSHIP_ADOPTION', 'ADOPTION', 'LIVING_WITH_RELATIVE', 'AGED_OUT', 'OTHER']);
export const contactChannel = z.enum(['IN_PERSON', 'CALL', 'VIDEO', 'MESSAGE', 'MEDIA']);
/** Hours of one day of the week on the county's clocks: 1 is Monday; from and to are `HH:MM`, to may be `24:00`. */
export const weeklyHours = z.object({ weekday: z.int().min(1).max(7), from: z.string().regex(/^\d\d:\d\d$/), to: z.string().regex(/^\d\d:\d\d$/) });
/** How contact is supervised, the strictest first. */
export const contactSupervision = z.enum(['SUPERVISED', 'MONITORED', 'UNSUPERVISED']);
/** What a person may agree that one other person has. */
export const consentItem = z.enum(['PHONE', 'EMAIL', 'ADDRESS', 'PHOTO', 'HOME_DETAILS']);
/** What for they may have it. */
export const consentPurpose = z.enum(['FAMILY_CONTACT', 'CHILD_CARE', 'CASE_PLANNING', 'SUPPORT_SERVICES']);
/** Who may have it: one person, everybody in that role around the person, or one organisation. */
export const consentRecipient = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('PERSON'), personId: idOf<'Person'>() }),
  z.object({ kind: z.literal('ROLE'), role: roleName }),
  z.object({ kind: z.literal('PARTNER'), partnerId: idOf<'Partner'>() }),
]);
/** Why a window was missed (R84). */
export const missReason = z.enum(['NO_PERMISSION', 'PARENT_DECLINED', 'UNREACHABLE', 'CONTACT_PROHIBITED', 'SAFETY', 'AGENCY_DELAY', 'OTHER']);
export const meetingKind = z.enum(['CONNECTIONS_MEETING', 'ICEBREAKER']);
/** The six items of a Connections Meeting, in the program's order. */
export const agendaKey = z.enum(['INTRODUCTIONS', 'CHILD_UPDATE', 'ROUTINE', 'LIKES_AND_DISLIKES', 'TRADITIONS_AND_CULTURE', 'COMMUNICATION_PLAN']);
/** What an icebreaker may be about (R68), in the order of its agenda. */
export const icebreakerTopic = z.enum(['CAREGIVER_AND_HOME', 'CHILD_NEEDS', 'ROUTINES', 'LIKES_AND_DISLIKES', 'MEDICAL_HISTORY', 'FAMILY_DYNAMICS', 'COMMUNICATION_EXPECTATIONS', 'CONTACT_ARRANGEMENTS']);
export const visitSetting = z.enum(['NATURAL', 'AGENCY', 'VIRTUAL']);
/** What a partner organisation's grant can cover. */
export const partnerScope = z.enum(['CONNECTIONS', 'MEETINGS', 'FAMILY_TIME', 'OUTCOMES', 'INTAKE']);
/** The last seal of the trail that a service keeps of a county: its number, how many entries are sealed up to it, and its SHA-256. */
export const sealedHead = z.object({
  service: z.string(),
  position: z.int().min(1),
  total: z.int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  sealedAt: instant,
});
/** An operator's look at whether a county's services hear and are heard. */
export const roundTrip = z.object({ roundTripId: idOf<'RoundTrip'>() });
/** A service has destroyed what it kept of an erased person in words: these kinds of it; none where it keeps none. */
export const wordsErased = z.object({ personId: idOf<'Person'>(), kinds: z.array(z.string()) });
/** Contact that somebody has planned or is about to have: each of `between` needs a permission with each of `and`; a prohibition counts for everybody. */
export const plannedContact = z.object({
  channel: contactChannel,
  at: instant,
  /** How long it goes on; a moment when left out. */
  until: instant.optional(),
  between: z.array(idOf<'Person'>()).max(50),
  and: z.array(idOf<'Person'>()).max(50),
  alsoPresent: z.array(idOf<'Person'>()).max(50),
});
/** Somebody should learn of something; identity alone knows how they are reached, and writes it without saying what it is about. */
export const notification = z.object({
  notificationId: idOf<'Notification'>(),
  personId: idOf<'Person'>(),
  template: z.enum(['SOMETHING_TO_DECIDE', 'SOMETHING_DUE', 'APPOINTMENT_PLANNED', 'APPOINTMENT_CANCELLED']),
  /** When the appointment is. */
  at: instant.nullable(),
  /** After that it is no news any more. */
  expiresAt: instant,
  /** The contact that the message invites to: it does not leave when the ledger has come to forbid it. */
  contact: plannedContact.optional(),
});
