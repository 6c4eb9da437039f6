import { FamilyTimeNotificationRequestedV1 } from '@fc/contracts';
import { askToTell, type ToTell } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { asPerson, type FamilyTimeVisit } from './family-time-visit.entity.ts';

function tell(tx: Transaction, { peopleIds, childId, startsAt }: FamilyTimeVisit, what: Pick<ToTell, 'template' | 'contact'>): void {
  askToTell(tx, FamilyTimeNotificationRequestedV1, peopleIds.filter((person) => person !== asPerson(childId)), { ...what, at: startsAt, expiresAt: startsAt });
}

/** Lets everybody who is to come, but for the child, know of a visit. */
export const tellThatItIsPlanned = (tx: Transaction, visit: FamilyTimeVisit): void => tell(tx, visit, { template: 'APPOINTMENT_PLANNED', contact: visit.contact() });

/** In the same words whether it was called off or suspended. */
export const tellThatItIsOff = (tx: Transaction, visit: FamilyTimeVisit): void => tell(tx, visit, { template: 'APPOINTMENT_CANCELLED' });
