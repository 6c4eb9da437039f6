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

/** How ready both sides of a connection are to meet, with the mentors whom they have now. */
export async function readinessOf(reader: Reader, connectionId: Id<'FamilyConnection'>, matches: Matches): Promise<Readiness> {
  const sessions = (await reader.find(PreparationSession, { connectionId }, { orderBy: { heldAt: 'asc' } })).filter((session) => session.matchId === matches[session.side]?.id);
  const waivers = await reader.find(PreparationWaiver, { connectionId });
  const ready = new Set([...sessions, ...waivers].map(({ side }) => side));
  return { unprepared: connectionSides.filter((side) => !ready.has(side)), preparedAt: sessions.at(-1)?.heldAt ?? null };
}
