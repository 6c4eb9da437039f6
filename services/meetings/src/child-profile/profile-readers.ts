import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { isOnCaseOf, rolesOnConnection, type CircleRole } from '@fc/subgraph';
import type { Reader, Row } from '@fc/tenancy';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import type { ChildProfileEntry } from './child-profile-entry.entity.ts';

type Entry = Pick<Row<ChildProfileEntry>, 'sourceId' | 'connectionId' | 'sensitivity' | 'consent'>;

/** What somebody is to a child at present. */
export interface Standing {
  readonly person: string | null;
  /** Somebody of the agency who works on the child's case. */
  readonly isCaseworker: boolean;
  /** Their roles on each connection in which the child is now. */
  readonly roles: ReadonlyMap<string, readonly CircleRole[]>;
}

const caseworkers: readonly string[] = [Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR];

export async function standingWith(reader: Reader, childId: Id<'Child'>): Promise<Standing> {
  const { person, roles: held } = reader.context.actor;
  const roles = new Map<string, readonly CircleRole[]>();
  for (const { connectionId } of await reader.rows(ConnectionChild, { childId, leftAt: null })) roles.set(connectionId, await rolesOnConnection(reader, connectionId));
  return { person, isCaseworker: held.some((role) => caseworkers.includes(role)) && (await isOnCaseOf(reader, childId)), roles };
}

/**
 * The source, a parent and the caseworkers read everything. A home reads what it was told, and what an earlier home was told only where
 * the source agreed to that (R34); whoever else is around the child reads what is not sensitive.
 */
export function mayRead({ person, isCaseworker, roles }: Standing, entry: Entry): boolean {
  if (isCaseworker || entry.sourceId === person) return true;
  const everywhere = [...roles.values()].flat();
  if (everywhere.includes(Role.PARENT)) return true;
  const told = entry.consent === 'EVERY_HOME' ? everywhere : (roles.get(entry.connectionId) ?? []);
  return told.length > 0 && (entry.sensitivity === 'ORDINARY' || told.includes(Role.CAREGIVER));
}
