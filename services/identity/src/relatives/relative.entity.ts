import { newId, requireNotBefore, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import { column, defineEntity, make } from '@fc/tenancy';
import { isToBeNotified, kinships, type Kinship } from './kinship.ts';
import { notToBeNotified, noticeAlreadySent, noticeWaived } from './relatives.errors.ts';

export enum NoticeHow {
  LETTER = 'LETTER',
  CALL = 'CALL',
  IN_PERSON = 'IN_PERSON',
  EMAIL = 'EMAIL',
}
const waysOfNotice: readonly `${NoticeHow}`[] = Object.values(NoticeHow);

/** Why a relative gets no notice. Known to those who work on the case, and to nobody else. */
export enum NoticeWaiver {
  FAMILY_VIOLENCE = 'FAMILY_VIOLENCE',
  COURT_ORDER = 'COURT_ORDER',
  DECEASED = 'DECEASED',
}
const waivers: readonly `${NoticeWaiver}`[] = Object.values(NoticeWaiver);

/** How far it is clear whether the child could live with them. */
export enum KinAssessment {
  NOT_ASKED = 'NOT_ASKED',
  NOT_WILLING = 'NOT_WILLING',
  WILLING = 'WILLING',
  IN_ASSESSMENT = 'IN_ASSESSMENT',
  SUITABLE = 'SUITABLE',
  NOT_SUITABLE = 'NOT_SUITABLE',
}
const assessments: readonly `${KinAssessment}`[] = Object.values(KinAssessment);

const schema = defineEntity({
  name: 'Relative',
  tableName: 'relative',
  properties: {
    id: column.id<'Relative'>(),
    childId: column.ref<'Child'>().index(),
    givenName: column.text(),
    familyName: column.text(),
    kinship: column.oneOf(kinships),
    /** Who they are in the program; null for somebody who is only known by name. */
    personId: column.ref<'Person'>().nullable().index(),
    foundAt: column.instant(),
    noticeSentAt: column.instant().nullable(),
    noticeHow: column.oneOf(waysOfNotice).nullable(),
    noticeWaivedBecause: column.oneOf(waivers).nullable(),
    assessment: column.oneOf(assessments),
    assessedAt: column.instant().nullable(),
    recordedBy: column.ref<'Person'>(),
    version: column.version(),
  },
});

export interface FoundRelative {
  readonly givenName: string;
  readonly familyName: string;
  readonly kinship: `${Kinship}`;
  readonly personId: Id<'Person'> | null;
  readonly foundAt: Temporal.Instant;
  readonly recordedBy: Id<'Person'>;
}

/** Somebody of a child's wider family, or close to it: to be told of the removal, and asked whether the child could live with them. */
export class Relative extends schema.class {
  /** Throws `TEXT_...`. */
  static found(childId: Id<'Child'>, { givenName, familyName, ...found }: FoundRelative): Relative {
    return make(Relative, {
      id: newId<'Relative'>(),
      childId,
      givenName: requireText(givenName, { field: 'The given name', max: 100 }),
      familyName: requireText(familyName, { field: 'The family name', max: 100 }),
      ...found,
      ...{ noticeSentAt: null, noticeHow: null, noticeWaivedBecause: null },
      assessment: 'NOT_ASKED',
      assessedAt: null,
    });
  }

  /** Throws `IDENTITY.NOT_TO_BE_NOTIFIED`, `IDENTITY.NOTICE_SENT`, `IDENTITY.NOTICE_WAIVED`, `DATE_TOO_EARLY`. */
  notify(sentAt: Temporal.Instant, how: `${NoticeHow}`, removedAt: Temporal.Instant): void {
    requireNoticeOpen(this);
    this.noticeSentAt = requireNotBefore(sentAt, removedAt, 'The notice', 'the removal');
    this.noticeHow = how;
  }

  /** Throws as `notify` does. */
  waiveNotice(because: `${NoticeWaiver}`): void {
    requireNoticeOpen(this);
    this.noticeWaivedBecause = because;
  }

  assess(assessment: `${KinAssessment}`, at: Temporal.Instant): void {
    this.assessment = assessment;
    this.assessedAt = at;
  }

  /** Somebody was found, told and assessed; who they were is known no longer. */
  erase(): void {
    this.givenName = 'Erased';
    this.familyName = 'Person';
  }
}
schema.setClass(Relative);
export const relativeSchema = schema;

function requireNoticeOpen({ kinship, noticeSentAt, noticeWaivedBecause }: Relative): void {
  if (!isToBeNotified(kinship)) throw notToBeNotified();
  if (noticeSentAt) throw noticeAlreadySent();
  if (noticeWaivedBecause) throw noticeWaived();
}
