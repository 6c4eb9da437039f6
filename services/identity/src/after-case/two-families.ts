import { notFound, type Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import { ConnectionChild } from '../connections/connection-child.entity.ts';
import { FamilyConnection } from '../connections/family-connection.entity.ts';
import { pairOf, type Pair } from '../contact/pair.ts';
import { CaregiverHousehold } from '../families/caregiver-household.entity.ts';
import { FosterCareEpisode } from '../placements/foster-care-episode.entity.ts';

/** A connection with its two sides, locked until commit. */
export interface TwoFamilies {
  readonly connection: FamilyConnection;
  readonly caregiverIds: readonly Id<'Person'>[];
  readonly childIds: readonly Id<'Child'>[];
  /** Each of the one side with each of the other: parent and children with the caregivers. */
  readonly pairs: readonly Pair[];
  /** Those without whose word the two do not stay in touch. */
  readonly askedIds: readonly Id<'Person'>[];
}

export async function lockTwoFamilies(tx: Transaction, connectionId: string): Promise<TwoFamilies> {
  const connection = await tx.lock(FamilyConnection, connectionId);
  const { caregiverIds } = await tx.get(CaregiverHousehold, connection.householdId);
  const childIds = [...new Set((await tx.find(ConnectionChild, { connectionId: connection.id })).map((part) => part.childId))];
  const ownSide = [connection.parentId, ...childIds.map((id) => id as string as Id<'Person'>)];
  const pairs = ownSide.flatMap((one) => caregiverIds.filter((other) => other !== one).map((other) => pairOf([one, other])));
  return { connection, caregiverIds, childIds, pairs, askedIds: [connection.parentId, ...caregiverIds] };
}

/** Lets one of the two families go on. Throws `NOT_FOUND` for everybody else. */
export function requireOfTheTwo(tx: Transaction, { askedIds }: TwoFamilies): Id<'Person'> {
  const person = tx.context.actor.person as Id<'Person'> | null;
  if (!person || !askedIds.includes(person)) throw notFound('family connection');
  return person;
}

/** Whether the connection is closed, and none of its children is in foster care any more. */
export async function isCaseClosed(tx: Transaction, { connection, childIds }: TwoFamilies): Promise<boolean> {
  return connection.closedAt !== null && (await tx.count(FosterCareEpisode, { childId: { $in: [...childIds] }, exitedAt: null })) === 0;
}
