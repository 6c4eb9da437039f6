import { DomainError, newId, requireFuture, requireText, type Id, type Temporal } from '@fc/domain-kernel';
import type { PlannedContact } from '@fc/subgraph';
import { column, defineEntity, make } from '@fc/tenancy';
import { notPossibleAtPresent } from '../contact/not-possible.ts';
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
}

const over = (): DomainError => new DomainError('MEETINGS.INVITATION_OVER', 'This invitation is over.');

/** After the case the birth family asks the former caregivers to come to something: nobody comes unasked (R39). */
export class AfterCaseInvitation extends schema.class {
  /** Throws `DATE_IN_PAST`, `TEXT_...`. */
  static to({ connectionId, occasion, place, takesPlaceAt }: Occasion, invitedBy: Id<'Person'>, now: Temporal.Instant): AfterCaseInvitation {
    return make(AfterCaseInvitation, {
      ...{ id: newId<'AfterCaseInvitation'>(), connectionId, invitedBy, invitedAt: now, status: 'OPEN', answeredBy: null },
      occasion: requireText(occasion, { field: 'What you invite to', max: 500 }),
      place: requireText(place, { field: 'The place', max: 200 }),
      takesPlaceAt: requireFuture(takesPlaceAt, now, 'What you invite to'),
    });
  }

  /** As the contact ledger is asked about it. */
  contact(connection: FamilyConnection): PlannedContact {
    return connection.contact('IN_PERSON', this.takesPlaceAt);
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
