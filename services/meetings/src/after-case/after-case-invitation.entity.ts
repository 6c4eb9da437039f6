import { DomainError, newId, requireFuture, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import type { PlannedContact } from '@fc/subgraph';
import { column, defineEntity, make, type County } from '@fc/tenancy';
import { notPossibleAtPresent } from '../contact/not-possible.ts';
import { requireLength, timeOf } from '../scheduling/meeting-length.ts';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';

export enum AfterCaseInvitationStatus {
  OPEN = 'OPEN',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  WITHDRAWN = 'WITHDRAWN',
  SUSPENDED = 'SUSPENDED',
}
const statuses: readonly `${AfterCaseInvitationStatus}`[] = Object.values(AfterCaseInvitationStatus);

const schema = defineEntity({
  name: 'AfterCaseInvitation',
  tableName: 'after_case_invitation',
  properties: {
    id: column.id<'AfterCaseInvitation'>(),
    connectionId: column.ref<'FamilyConnection'>().index(),
    invitedBy: column.ref<'Person'>(),
    invitedAt: column.instant(),
    /** What there is to celebrate or to do. */
    occasion: column.text(),
    place: column.text(),
    takesPlaceAt: column.instant(),
    /** How long it takes. */
    minutes: column.integer().default(60),
    status: column.oneOf(statuses),
    answeredBy: column.ref<'Person'>().nullable(),
    version: column.version(),
  },
});

export interface Occasion {
  readonly connectionId: Id<'FamilyConnection'>;
  readonly occasion: string;
  readonly place: string;
  readonly takesPlaceAt: Temporal.Instant;
  /** As long as the county takes it to, when left out. */
  readonly minutes?: number | null | undefined;
}

const over = (): DomainError => new DomainError('MEETINGS.INVITATION_OVER', 'This invitation is over.');

/** After the case the birth family asks the former caregivers to come to something: nobody comes unasked (R39). */
export class AfterCaseInvitation extends schema.class {
  /** Throws `DATE_IN_PAST`, `MEETINGS.INVALID_LENGTH`, `TEXT_...`. */
  static to({ connectionId, occasion, place, takesPlaceAt, minutes }: Occasion, { invitedBy, county, now }: { invitedBy: Id<'Person'>; county: Pick<County, 'settings'>; now: Temporal.Instant }): AfterCaseInvitation {
    return make(AfterCaseInvitation, {
      ...{ id: newId<'AfterCaseInvitation'>(), connectionId, invitedBy, invitedAt: now, status: 'OPEN', answeredBy: null },
      occasion: requireText(occasion, { field: 'What you invite to', max: 500 }),
      place: requireText(place, { field: 'The place', max: 200 }),
      takesPlaceAt: requireFuture(takesPlaceAt, now, 'What you invite to'),
      minutes: requireLength(minutes, county.settings.meetingMinutes.occasion),
    });
  }

  /** As the contact ledger is asked about it. */
  contact(connection: FamilyConnection): PlannedContact {
    const { takesPlaceAt: scheduledFor, minutes } = this;
    return { ...connection.contact('IN_PERSON', scheduledFor), ...timeOf({ scheduledFor, minutes }) };
  }

  /** A later answer counts. Throws `MEETINGS.INVITATION_OVER`, `CONTACT_NOT_POSSIBLE`. */
  answer(comes: boolean, by: Id<'Person'>): void {
    requireOpen(this);
    this.status = comes ? 'ACCEPTED' : 'DECLINED';
    this.answeredBy = by;
  }

  /** Throws `MEETINGS.INVITATION_OVER`, `CONTACT_NOT_POSSIBLE`. */
  withdraw(): void {
    requireOpen(this);
    this.status = 'WITHDRAWN';
  }

  /** Answers whether there was anything to suspend. */
  suspend(): boolean {
    if (this.status !== 'OPEN' && this.status !== 'ACCEPTED') return false;
    this.status = 'SUSPENDED';
    return true;
  }
}
schema.setClass(AfterCaseInvitation);
export const afterCaseInvitationSchema = schema;

function requireOpen({ status }: Pick<AfterCaseInvitation, 'status'>): void {
  if (status === 'SUSPENDED') throw notPossibleAtPresent();
  if (status === 'WITHDRAWN') throw over();
}
