import type { Id, Temporal } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import type { Matches } from '../projections/active-match.entity.ts';
import { connectionSides, type ConnectionSide } from '../projections/connection-side.ts';
import { PreparationSession } from './preparation-session.entity.ts';
import { PreparationWaiver } from './preparation-waiver.entity.ts';

export interface Readiness {
  /** The sides that have neither prepared with the mentor whom they have now nor been let off it. */
  readonly unprepared: readonly `${ConnectionSide}`[];
  /** When the later of the preparations was held; null when both were waived. */
  readonly preparedAt: Temporal.Instant | null;
}

type ConnectionId = Id<'FamilyConnection'>;

/** How ready both sides of a connection are to meet, with the mentors whom they have now. */
export async function readinessOf(reader: Reader, connectionId: ConnectionId, matches: Matches): Promise<Readiness> {
  const of = await readinessOfAll(reader, [connectionId]);
  return of(connectionId, matches);
}

/** `readinessOf` for each of these connections. */
export async function readinessOfAll(reader: Reader, connectionIds: readonly ConnectionId[]): Promise<(connectionId: ConnectionId, matches: Matches) => Readiness> {
  const onThem = { connectionId: { $in: [...connectionIds] } };
  const allSessions = Map.groupBy(await reader.find(PreparationSession, onThem, { orderBy: { heldAt: 'asc' } }), (session) => session.connectionId);
  const allWaivers = Map.groupBy(await reader.find(PreparationWaiver, onThem), (waiver) => waiver.connectionId);
  return (connectionId, matches) => {
    const sessions = (allSessions.get(connectionId) ?? []).filter((session) => session.matchId === matches[session.side]?.id);
    const ready = new Set([...sessions, ...(allWaivers.get(connectionId) ?? [])].map(({ side }) => side));
    return { unprepared: connectionSides.filter((side) => !ready.has(side)), preparedAt: sessions.at(-1)?.heldAt ?? null };
  };
}
