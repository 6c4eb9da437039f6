import type { EventData, MatchAcceptedV1 } from '@fc/contracts';
import { Temporal, type Id } from '@fc/domain-kernel';
import { column, defineEntity, make, type Reader } from '@fc/tenancy';
import { ConnectionSide, connectionSides, sideOf } from './connection-side.ts';
import type { FamilyConnection } from './family-connection.entity.ts';

const schema = defineEntity({
  name: 'ActiveMatch',
  tableName: 'active_match',
  properties: {
    id: column.id<'MentorMatch'>(),
    side: column.oneOf(connectionSides),
    mentorId: column.ref<'Person'>().index(),
    /** A parent, or a caregiver household: the match is theirs and serves all their connections. */
    participantId: column.ref<'Participant'>().index(),
    acceptedAt: column.instant(),
    endedAt: column.instant().nullable(),
  },
});

/** A mentor and a participant who both said yes. Projected from matching. */
export class ActiveMatch extends schema.class {
  static accepted({ matchId, mentorRole, mentorId, participantId, acceptedAt }: EventData<typeof MatchAcceptedV1>): ActiveMatch {
    return make(ActiveMatch, { id: matchId, side: sideOf(mentorRole), mentorId, participantId, acceptedAt: Temporal.Instant.from(acceptedAt), endedAt: null });
  }

  end(at: Temporal.Instant): void {
    this.endedAt = at;
  }
}
schema.setClass(ActiveMatch);
export const activeMatchSchema = schema;

export type Matches = Readonly<Record<ConnectionSide, ActiveMatch | null>>;

type Families = Pick<FamilyConnection, 'parentId' | 'householdId'>;

/** The accepted match on each side of a connection; null where a side has none at present. */
export async function matchesOn(reader: Reader, connection: Families): Promise<Matches> {
  const of = await matchesOnAll(reader, [connection]);
  return of(connection);
}

/** `matchesOn` for each of these connections. */
export async function matchesOnAll(reader: Reader, connections: readonly Families[]): Promise<(connection: Families) => Matches> {
  const participantIds = connections.flatMap(({ parentId, householdId }) => [parentId, householdId] as string[] as Id<'Participant'>[]);
  const active = await reader.find(ActiveMatch, { participantId: { $in: participantIds }, endedAt: null });
  const of = (participant: string, side: ConnectionSide): ActiveMatch | null => active.find((match) => match.side === side && (match.participantId as string) === participant) ?? null;
  return ({ parentId, householdId }) => ({ PARENT: of(parentId, ConnectionSide.PARENT), HOUSEHOLD: of(householdId, ConnectionSide.HOUSEHOLD) });
}
