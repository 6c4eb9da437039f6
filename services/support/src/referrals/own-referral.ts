import { notFound, type Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { recordsOf } from '../people/enrolled-person.entity.ts';
import { ResourceReferral } from './resource-referral.entity.ts';

/** The referral, locked until commit, for the person whom it is for or whoever made it. Throws `NOT_FOUND` for everybody else. */
export async function lockOwnReferral(tx: Transaction, referralId: string): Promise<ResourceReferral> {
  const { id, personId, referredById } = await tx.get(ResourceReferral, referralId);
  const person = tx.context.actor.person as Id<'Person'>; // whoever is signed in to a county is a person of it
  if (person !== referredById && !(await recordsOf(tx, person)).includes(personId)) throw notFound('resource referral');
  return tx.lock(ResourceReferral, id);
}
