import { notFound } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { peopleOf } from './connection-party.entity.ts';
import { MentorNeed } from './mentor-need.entity.ts';

/** The need, locked, for the parent or any caregiver of the household; for anybody else there is none. Throws `NOT_FOUND`. */
export async function lockOwnNeed(tx: Transaction, needId: string): Promise<MentorNeed> {
  const need = await tx.lock(MentorNeed, needId);
  const { person } = tx.context.actor;
  if (!(await peopleOf(tx, need.participantId)).some((member) => member === person)) throw notFound('need');
  return need;
}
