import { AccessChangedV1, PersonErasedV1 } from '@fc/contracts';
import { Temporal, type Id } from '@fc/domain-kernel';
import { eraseWords } from '@fc/subgraph';
import { personErased, type ErasureCertificate, type Protection, type Reader, type Transaction } from '@fc/tenancy';
import { takeTurn, isHeld } from '../legal-holds/held.ts';
import { Person } from '../people/person.entity.ts';
import type { Erasure } from './erasure.entity.ts';
import { erasureNotPossible } from './erasures.errors.ts';
import { erasedKinds } from './what-is-erased.ts';

/** The kinds of record that an erasure takes, as its certificate names them. */
export const kindsErased: readonly string[] = ['name', 'key of what is protected', ...erasedKinds.map(({ kind }) => kind), 'account'];

/** Takes everything that tells who the person is, and leaves the certificate. Throws `IDENTITY.ERASURE_NOT_POSSIBLE` under a legal hold. */
export async function erasePerson(tx: Transaction, protection: Protection, erasure: Erasure, certificate: ErasureCertificate): Promise<void> {
  const { personId } = erasure;
  await takeTurn(tx);
  if (await isHeld(tx, personId)) throw erasureNotPossible();
  const person = await tx.lock(Person, personId);
  person.erase(Temporal.Instant.from(certificate.erasedAt));
  await protection.destroyKey(tx, personId);
  await eraseWords(tx, erasedKinds, personId);
  erasure.carriedOut(certificate);
  tx.emit(AccessChangedV1, { personId, disabled: true });
  tx.emit(PersonErasedV1, { personId });
}

/** Lets go on what would bring an erased person back. Throws `PERSON_ERASED`. */
export async function requireNotErased(reader: Reader, personId: Id<'Person'>): Promise<void> {
  const [erased] = await reader.sql(`select 1 as there from erasure where person_id = ? and status = 'CARRIED_OUT'`, [personId]);
  if (erased) throw personErased();
}
