import type { Transaction, ErasureCertificate } from '@fc/tenancy';
import type { Id } from '@fc/domain-kernel';
import { isHeld, takeTurn } from '../legal-holds/held.ts';
import { Relative } from '../relatives/relative.entity.ts';
import type { Erasure } from './erasure.entity.ts';
import { erasureNotPossible } from './erasures.errors.ts';

/** All that is kept of somebody who is known by name alone. */
export const kindsErasedOfRelative: readonly string[] = ['name'];

/** Takes the name of a relative who is no person of the program, and leaves the certificate. Throws `IDENTITY.ERASURE_NOT_POSSIBLE` while a legal hold keeps the child's records. */
export async function eraseRelative(tx: Transaction, erasure: Erasure, certificate: ErasureCertificate): Promise<void> {
  await takeTurn(tx);
  const relative = await tx.lock(Relative, erasure.personId);
  if (await isHeld(tx, relative.childId as string as Id<'Person'>)) throw erasureNotPossible(); // a child is a person
  relative.erase();
  erasure.carriedOut(certificate);
}
