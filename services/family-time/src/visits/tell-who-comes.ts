import { FamilyTimeNotificationRequestedV1 } from '@fc/contracts';
import { askToTell } from '@fc/subgraph';
import type { Transaction } from '@fc/tenancy';
import { asPerson, type FamilyTimeVisit } from './family-time-visit.entity.ts';

const tell =
  (template: 'APPOINTMENT_PLANNED' | 'APPOINTMENT_CANCELLED') =>
  (tx: Transaction, { peopleIds, childId, startsAt }: FamilyTimeVisit): void =>
    askToTell(tx, FamilyTimeNotificationRequestedV1, peopleIds.filter((person) => person !== asPerson(childId)), { template, at: startsAt, expiresAt: startsAt });

/** Lets everybody who is to come, but for the child, know of a visit. */
export const tellThatItIsPlanned = tell('APPOINTMENT_PLANNED');

/** In the same words whether it was called off or suspended. */
export const tellThatItIsOff = tell('APPOINTMENT_CANCELLED');
