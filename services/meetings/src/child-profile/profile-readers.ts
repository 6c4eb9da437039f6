import { Role } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import { isOnCaseOf, rolesOnConnection, type CircleRole } from '@fc/subgraph';
import type { Reader, Row } from '@fc/tenancy';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import type { ChildProfileEntry } from './child-profile-entry.entity.ts';
import { ProfileRenewal } from './profile-renewal.entity.ts';

type Entry = Pick<Row<ChildProfileEntry>, 'id' | 'sourceId' | 'connectionId' | 'sensitivity'>;

/** What somebody is to a child at present. */
export interface Standing {
  readonly person: string | null;
  /** Somebody of the agency who works on the child's case. */
  readonly isCaseworker: boolean;
  /** Their roles on each connection in which the child is now. */
  readonly roles: ReadonlyMap<string, readonly CircleRole[]>;
  /** For which of those connections the consent to an entry was renewed, by entry. */
  readonly renewed: ReadonlyMap<string, readonly string[]>;
  /** For which of them a parent has taken it back, by entry. */
  readonly withdrawn: ReadonlyMap<string, readonly string[]>;
}

const caseworkers: readonly string[] = [Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR];

export async function standingWith(reader: Reader, childId: Id<'Child'>): Promise<Standing> {
  const { person, roles: held } = reader.context.actor;
  const roles = new Map<string, readonly CircleRole[]>();
  for (const { connectionId } of await reader.rows(ConnectionChild, { childId, leftAt: null })) roles.set(connectionId, await rolesOnConnection(reader, connectionId));
  const said = await reader.rows(ProfileRenewal, { childId });
  const byEntry = (those: typeof said): Map<string, string[]> => new Map([...Map.groupBy(those, ({ entryId }) => entryId)].map(([entryId, of]) => [entryId, of.map(({ connectionId }) => connectionId)]));
  const [renewed, withdrawn] = [byEntry(said.filter(({ withdrawnAt }) => !withdrawnAt)), byEntry(said.filter(({ withdrawnAt }) => withdrawnAt))];
  return { person, isCaseworker: held.some((role) => caseworkers.includes(role)) && (await isOnCaseOf(reader, childId)), roles, renewed, withdrawn };
}

/**
 * The source, a parent and the caseworkers read everything. A home reads what it was told, and what an earlier home was told only once
 * a parent has agreed to that anew (R34), each until a parent takes it back; whoever else is around the child there reads what is not sensitive.
 */
export function mayRead({ person, isCaseworker, roles, ...standing }: Standing, entry: Entry): boolean {
  if (isCaseworker || entry.sourceId === person) return true;
  const everywhere = [...roles.values()].flat();
  if (everywhere.includes(Role.PARENT)) return true;
  const told = homesTold(standing, entry).flatMap((connection) => roles.get(connection) ?? []);
  return told.length > 0 && (entry.sensitivity === 'ORDINARY' || told.includes(Role.CAREGIVER));
}

/** The connections with the homes that may read it. */
export const homesTold = ({ renewed, withdrawn }: Pick<Standing, 'renewed' | 'withdrawn'>, { id, connectionId }: Pick<Entry, 'id' | 'connectionId'>): string[] =>
  [connectionId, ...(renewed.get(id) ?? [])].filter((home) => !withdrawn.get(id)?.includes(home));

/** Whether a parent may let that home read it: what they told themselves, what was told for every home, and what was told there before. */
export const mayGoTo = (home: Id<'FamilyConnection'>, { sourceId, consent, connectionId }: Pick<Row<ChildProfileEntry>, 'sourceId' | 'consent' | 'connectionId'>, parent: string | null): boolean =>
  sourceId === parent || consent === 'EVERY_HOME' || connectionId === home;
