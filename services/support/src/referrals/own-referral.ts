import { notFound } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { ResourceReferral } from './resource-referral.entity.ts';

/** The referral, locked until commit, for the person whom it is for or whoever made it. Throws `NOT_FOUND` for everybody else. */
export async function lockOwnReferral(tx: Transaction, referralId: string): Promise<ResourceReferral> {
  const { id, personId, referredById } = await tx.get(ResourceReferral, referralId);
  const { person } = tx.context.actor;
  if (person !== personId && person !== referredById) throw notFound('resource referral');
  return tx.lock(ResourceReferral, id);
}
