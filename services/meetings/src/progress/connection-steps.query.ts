import { Temporal, type Id } from '@fc/domain-kernel';
import { batched, seenConnections } from '@fc/subgraph';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { FollowUpSession } from '../follow-ups/follow-up-session.entity.ts';
import { readinessOfAll } from '../preparation/readiness.ts';
import { matchesOnAll } from '../projections/active-match.entity.ts';
import { connectionSides } from '../projections/connection-side.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { stepOf, type ProgramStep } from './program-step.ts';

type ConnectionId = Id<'FamilyConnection'>;

/** Reads how far a connection has come, for whoever is on it. */
@Injectable()
export class ConnectionSteps {
  readonly #one = batched((ids: readonly ConnectionId[]) => this.db.read((reader) => stepsOf(reader, ids)));

  constructor(private readonly db: CountyDb) {}

  /** Null for whoever is not on it, and until the connection is known here. */
  async ofConnection(connectionId: ConnectionId): Promise<ProgramStep | null> {
    return (await this.#one(connectionId)) ?? null;
  }
}

async function stepsOf(reader: Reader, ids: readonly ConnectionId[]): Promise<Map<ConnectionId, ProgramStep>> {
  const connections = await reader.rows(FamilyConnection, { id: { $in: [...(await seenConnections(reader, ids))] } });
  const onThem = { connectionId: { $in: connections.map(({ id }) => id) } };
  const matchesOf = await matchesOnAll(reader, connections);
  const readinessOf = await readinessOfAll(reader, onThem.connectionId.$in);
  const met = new Map((await reader.rows(ConnectionsMeeting, { ...onThem, status: 'HELD' })).map(({ connectionId, heldAt }) => [connectionId, heldAt]));
  const talks = Map.groupBy(await reader.rows(FollowUpSession, { ...onThem, heldAt: { $ne: null } }), ({ connectionId }) => connectionId);
  return new Map(
    connections.map((connection) => {
      const matches = matchesOf(connection);
      const step = stepOf({
        matched: connectionSides.every((side) => matches[side]),
        prepared: readinessOf(connection.id, matches).unprepared.length === 0,
        met: met.has(connection.id),
        supported: connectionSides.every((side) => talks.get(connection.id)?.some((talk) => talk.side === side && isSince(talk.heldAt, met.get(connection.id)))),
      });
      return [connection.id, step];
    }),
  );
}

/** A talk after a meeting that was broken off came before the families had met. */
const isSince = (talkedAt: Temporal.Instant | null | undefined, metAt: Temporal.Instant | null | undefined): boolean => talkedAt != null && metAt != null && Temporal.Instant.compare(talkedAt, metAt) >= 0;
