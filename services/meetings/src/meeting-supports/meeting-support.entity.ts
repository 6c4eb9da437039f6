import { languageTag, newId, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { languageForInterpreter, noSuchLanguage, supportNotNeeded } from './meeting-support.errors.ts';

/** What somebody needs to take part in a meeting. */
export enum MeetingSupportKind {
  INTERPRETER = 'INTERPRETER',
  CHILD_CARE = 'CHILD_CARE',
  TRANSPORT = 'TRANSPORT',
}
const kinds: readonly `${MeetingSupportKind}`[] = Object.values(MeetingSupportKind);

const schema = defineEntity({
  name: 'MeetingSupport',
  tableName: 'meeting_support',
  uniques: [{ name: 'meeting_support_one_each', properties: ['connectionId', 'kind', 'forPersonId'], where: 'withdrawn_at is null' }],
  properties: {
    id: column.id<'MeetingSupport'>(),
    connectionId: column.ref<'FamilyConnection'>(),
    kind: column.oneOf(kinds),
    /** BCP 47; of an interpreter alone. */
    language: column.text().nullable(),
    /** Who cannot take part without it. */
    forPersonId: column.ref<'Person'>(),
    saidBy: column.ref<'Person'>(),
    /** Who of the program gives it, and whose time counts therefore; null while nobody is named, and where somebody from outside does. */
    providedById: column.ref<'Person'>().nullable(),
    withdrawnAt: column.instant().nullable(),
    version: column.version(),
  },
});

export interface NeededSupport {
  readonly connectionId: Id<'FamilyConnection'>;
  readonly kind: `${MeetingSupportKind}`;
  readonly language?: string | null | undefined;
  readonly forPersonId: Id<'Person'>;
}

/**
 * Somebody of the two families needs an interpreter, child care or a way to the meetings with the other family. Whoever gives it
 * is no participant of a meeting (decision 4).
 */
export class MeetingSupport extends schema.class {
  /** Throws `MEETINGS.LANGUAGE_FOR_INTERPRETER`, `MEETINGS.NO_SUCH_LANGUAGE`. */
  static needed({ connectionId, kind, language, forPersonId }: NeededSupport, saidBy: Id<'Person'>): MeetingSupport {
    if ((kind === 'INTERPRETER') !== Boolean(language)) throw languageForInterpreter();
    const tag = language ? languageTag(language) : null;
    if (tag === undefined) throw noSuchLanguage();
    return make(MeetingSupport, { id: newId<'MeetingSupport'>(), connectionId, kind, language: tag, forPersonId, saidBy, providedById: null, withdrawnAt: null });
  }

  /** Names who gives it, or nobody of the program. Throws `MEETINGS.SUPPORT_NOT_NEEDED`. */
  arrange(providedById: Id<'Person'> | null): void {
    if (this.withdrawnAt) throw supportNotNeeded();
    this.providedById = providedById;
  }

  /** It is needed no longer. */
  withdraw(at: Temporal.Instant): void {
    this.withdrawnAt ??= at;
  }
}
schema.setClass(MeetingSupport);
export const meetingSupportSchema = schema;

const confirmationSchema = defineEntity({
  name: 'SupportConfirmation',
  tableName: 'support_confirmation',
  uniques: [{ name: 'support_confirmation_one_each', properties: ['supportId', 'meetingId'] }],
  properties: {
    id: column.id<'SupportConfirmation'>(),
    supportId: column.ref<'MeetingSupport'>(),
    meetingId: column.ref<'IntroductoryMeeting'>().index(),
    /** For an appointment at that time: when the meeting is moved, it is to be confirmed again. */
    at: column.instant().fieldNames('appointment_at'),
    /** For how long: when the meeting takes longer, it is to be confirmed again. */
    minutes: column.integer().default(60),
    providedById: column.ref<'Person'>().nullable(),
    confirmedBy: column.ref<'Person'>(),
    confirmedAt: column.instant(),
    version: column.version(),
  },
});

export interface Confirmed {
  readonly at: Temporal.Instant;
  readonly minutes: number;
  readonly providedById: Id<'Person'> | null;
  readonly confirmedBy: Id<'Person'>;
  readonly confirmedAt: Temporal.Instant;
}

/** A support that is needed will be there, at that meeting and at that time. */
export class SupportConfirmation extends confirmationSchema.class {
  static of(supportId: Id<'MeetingSupport'>, meetingId: Id<'IntroductoryMeeting'>, confirmed: Confirmed): SupportConfirmation {
    return make(SupportConfirmation, { id: newId<'SupportConfirmation'>(), supportId, meetingId, ...confirmed });
  }

  confirm(confirmed: Confirmed): void {
    Object.assign(this, confirmed);
  }
}
confirmationSchema.setClass(SupportConfirmation);
export const supportConfirmationSchema = confirmationSchema;
