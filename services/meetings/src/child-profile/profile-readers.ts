import { Role } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { isOnCaseOf, prohibitedWith, rolesOnConnection, type CircleRole } from '@fc/subgraph';
import type { Reader, Row } from '@fc/tenancy';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import type { ChildProfileEntry } from './child-profile-entry.entity.ts';
import { ProfileRenewal } from './profile-renewal.entity.ts';

type Entry = Pick<Row<ChildProfileEntry>, 'id' | 'sourceId' | 'connectionId' | 'sensitivity' | 'recordedBy' | 'recordedAt'>;

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
  /** Whether they and somebody else must not write to each other at that time: prohibitions alone count, since parents need no permission to know of their child. */
  readonly wasForbidden: (other: Id<'Person'>, at: Temporal.Instant) => boolean;
}

const caseworkers: readonly string[] = [Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR];

export async function standingWith(reader: Reader, childId: Id<'Child'>): Promise<Standing> {
  const { person, roles: held } = reader.context.actor;
  const roles = new Map<string, readonly CircleRole[]>();
  for (const { connectionId } of await reader.rows(ConnectionChild, { childId, leftAt: null })) roles.set(connectionId, await rolesOnConnection(reader, connectionId));
  const said = await reader.rows(ProfileRenewal, { childId });
  const byEntry = (those: typeof said): Map<string, string[]> => new Map([...Map.groupBy(those, ({ entryId }) => entryId)].map(([entryId, of]) => [entryId, of.map(({ connectionId }) => connectionId)]));
  const [renewed, withdrawn] = [byEntry(said.filter(({ withdrawnAt }) => !withdrawnAt)), byEntry(said.filter(({ withdrawnAt }) => withdrawnAt))];
  const wasForbidden = await prohibitedWith(reader, person, 'MESSAGE');
  return { person, isCaseworker: held.some((role) => caseworkers.includes(role)) && (await isOnCaseOf(reader, childId)), roles, renewed, withdrawn, wasForbidden };
}

/**
 * The source, a parent and the caseworkers read everything. A home reads what it was told, and what an earlier home was told only once
 * a parent has agreed to that anew (R34), each until a parent takes it back; whoever else is around the child there reads what is not sensitive.
 * A prohibition wins over all of that but the source and the caseworkers (R78).
 */
export function mayRead(standing: Standing, entry: Entry): boolean {
  const { person, isCaseworker, roles } = standing;
  if (isCaseworker || entry.sourceId === person) return true;
  if (isKeptApart(standing, entry)) return false;
  const everywhere = [...roles.values()].flat();
  if (everywhere.includes(Role.PARENT)) return true;
  const told = homesTold(standing, entry).flatMap((connection) => roles.get(connection) ?? []);
  return told.length > 0 && (entry.sensitivity === 'ORDINARY' || told.includes(Role.CAREGIVER));
}

/** Whether an older entry stays behind it for that reader, who reads it or is where it was told, renewed or taken back. What they know nothing of takes no earlier word from them. */
export function standsBefore(standing: Standing, entry: Entry): boolean {
  const { roles, renewed, withdrawn } = standing;
  const homes = [entry.connectionId, ...(renewed.get(entry.id) ?? []), ...(withdrawn.get(entry.id) ?? [])];
  return mayRead(standing, entry) || (!isKeptApart(standing, entry) && homes.some((home) => roles.get(home)?.length));
}

/** The newest of each field. */
export const newestOf = <One extends Pick<Row<ChildProfileEntry>, 'field'>>(newestFirst: readonly One[]): One[] => newestFirst.filter((entry, index) => newestFirst.findIndex(({ field }) => field === entry.field) === index);

/** Words of somebody who must not write to that reader at that time. Of what was told between the reader's own family and the other one the ledger was asked already, by the way in which they met. */
const isKeptApart = ({ roles, wasForbidden }: Pick<Standing, 'roles' | 'wasForbidden'>, { connectionId, sourceId, recordedBy, recordedAt }: Entry): boolean =>
  !roles.get(connectionId)?.some((role) => families.includes(role)) && [sourceId, recordedBy].some((other) => wasForbidden(other, recordedAt));
const families: readonly CircleRole[] = [Role.PARENT, Role.CAREGIVER];

/** The connections with the homes that may read it. */
export const homesTold = ({ renewed, withdrawn }: Pick<Standing, 'renewed' | 'withdrawn'>, { id, connectionId }: Pick<Entry, 'id' | 'connectionId'>): string[] =>
  [connectionId, ...(renewed.get(id) ?? [])].filter((home) => !withdrawn.get(id)?.includes(home));

/** Whether a parent may let that home read it: what they told themselves, what was told for every home, and what was told there before. */
export const mayGoTo = (home: Id<'FamilyConnection'>, { sourceId, consent, connectionId }: Pick<Row<ChildProfileEntry>, 'sourceId' | 'consent' | 'connectionId'>, parent: string | null): boolean =>
  sourceId === parent || consent === 'EVERY_HOME' || connectionId === home;
