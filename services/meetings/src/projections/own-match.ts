import { Role } from '@fc/auth';
import { forbidden, type Id } from '@fc/domain-kernel';
import { requireOnConnection } from '@fc/subgraph';
import type { Reader } from '@fc/tenancy';
import { actingPerson } from './acting-person.ts';
import { matchesOn, type ActiveMatch } from './active-match.entity.ts';
import { FamilyConnection } from './family-connection.entity.ts';

/** The connection, and the acting mentor's own match on it. Throws `NOT_FOUND`, `FORBIDDEN` for everybody who is no mentor there. */
export async function ownMatchOn(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<{ connection: FamilyConnection; match: ActiveMatch }> {
  await requireOnConnection(reader, connectionId, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR);
  const connection = await reader.get(FamilyConnection, connectionId);
  const mentor = actingPerson(reader);
  const match = Object.values(await matchesOn(reader, connection)).find((accepted) => accepted?.mentorId === mentor);
  if (!match) throw forbidden('This is for the mentor of one of the two sides.');
  return { connection, match };
}
