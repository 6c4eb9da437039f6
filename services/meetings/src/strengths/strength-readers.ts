import { Role } from '@fc/auth';
import type { Id, Temporal } from '@fc/domain-kernel';
import { isContactPossible, rolesOnConnection, type CircleRole } from '@fc/subgraph';
import type { Reader, Row } from '@fc/tenancy';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import type { ConnectionSide } from '../projections/connection-side.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import type { Strength } from './strength.entity.ts';

const staff: readonly CircleRole[] = [Role.CASEWORKER, Role.CASEWORKER_SUPERVISOR, Role.VISIT_SUPERVISOR, Role.CASA, Role.NAVIGATOR, Role.COORDINATOR, Role.PROGRAM_SUPERVISOR];
const sideOfRole: Partial<Record<CircleRole, `${ConnectionSide}`>> = { PARENT: 'PARENT', PARENT_ALLY: 'PARENT', CAREGIVER: 'HOUSEHOLD', CAREGIVER_MENTOR: 'HOUSEHOLD' };

/** What somebody is to the strengths that were named on a connection. */
export interface StrengthReader {
  readonly person: string | null;
  readonly isStaff: boolean;
  /** Which family is theirs, as one of it or as its mentor; null for everybody else. */
  readonly side: `${ConnectionSide}` | null;
  /** Whether they are one of the two families themselves. */
  readonly isFamily: boolean;
  /** Whether the two families may tell each other something at present. */
  readonly mayHear: boolean;
  /** The children who join the two families now. */
  readonly here: ReadonlySet<string>;
}

/** Null for whoever is not on the connection. */
export async function strengthReader(reader: Reader, connectionId: Id<'FamilyConnection'>, now: Temporal.Instant): Promise<StrengthReader | null> {
  const held = await rolesOnConnection(reader, connectionId);
  const connection = held.length > 0 ? await reader.first(FamilyConnection, { id: connectionId }) : null;
  if (!connection) return null;
  return {
    person: reader.context.actor.person,
    isStaff: held.some((role) => staff.includes(role)),
    side: held.map((role) => sideOfRole[role]).find((side) => side !== undefined) ?? null,
    isFamily: held.includes(Role.PARENT) || held.includes(Role.CAREGIVER),
    mayHear: (!connection.closedAt || connection.continuedAt != null) && (await isContactPossible(reader, connection.contact('MESSAGE', now))),
    here: new Set((await reader.rows(ConnectionChild, { connectionId, leftAt: null })).map(({ childId }) => childId)),
  };
}

/**
 * Staff read everything that was named, and whoever named something reads that. A family and its mentor read what is theirs, and of the
 * other family what that one chose to show. What is a child's is for the parent, and for the home while the child is there. What one
 * family wrote the other reads as long as the two may tell each other something.
 */
export function mayReadStrength(reader: StrengthReader, { side, childId = null, namedBy, namedSide = null, sharedAt = null }: Pick<Row<Strength>, 'side' | 'childId' | 'namedBy' | 'namedSide' | 'sharedAt'>): boolean {
  if (reader.isStaff || namedBy === reader.person) return true;
  if (!reader.side || (namedSide && namedSide !== reader.side && !reader.mayHear)) return false;
  if (childId) return reader.side === 'PARENT' || reader.here.has(childId);
  return side === reader.side || (sharedAt !== null && reader.mayHear);
}
