import { createHash } from 'node:crypto';
import { DomainError } from '@fc/domain-kernel';
import type { Transaction } from './transaction.ts';

/** The input of a mutation that makes something: sending it again with the same key makes nothing new. */
export interface OnceInput {
  readonly idempotencyKey: string;
}

const hashOf = (input: OnceInput): string => createHash('sha256').update(JSON.stringify(input)).digest('base64url');

/**
 * Does the work once for this person, this mutation and this key, kept for 30 days; again, it answers the first time's result.
 * Two at the same time: the second waits for the first. Throws `IDEMPOTENCY_KEY_REUSED` when the key came with another input.
 */
export async function once<Result extends string>(tx: Transaction, input: OnceInput, work: () => Promise<Result>): Promise<Result> {
  const { actor, action } = tx.context;
  const key = [actor.person ?? actor.kind, action, input.idempotencyKey];
  const hash = hashOf(input);
  const [fresh] = await tx.sql(
    `insert into idempotency_key (principal, mutation, key, input_hash) values (?, ?, ?, ?)
     on conflict (principal, mutation, key) do nothing returning key`,
    [...key, hash],
  );
  if (!fresh) {
    const [known] = await tx.sql<{ input_hash: string; result_id: Result }>(`select input_hash, result_id from idempotency_key where principal = ? and mutation = ? and key = ?`, key);
    if (known?.input_hash !== hash) throw new DomainError('IDEMPOTENCY_KEY_REUSED', 'This key has been used for something else. Send a new one with each new request.');
    return known.result_id;
  }
  const result = await work();
  await tx.sql(`update idempotency_key set result_id = ? where principal = ? and mutation = ? and key = ?`, [result, ...key]);
  return result;
}
