import { Role, type Principal } from '@fc/auth';
import type { Id } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import type { ConnectionSide } from './connection-side.ts';
import { peopleOn, type FamilyConnection } from './family-connection.entity.ts';

/** A talk of a mentor with their own side. */
interface PeerTalk {
  readonly side: `${ConnectionSide}`;
  readonly mentorId: Id<'Person'>;
}

/** Who is behind the wall around a pair: the mentor, their own participants, and every program supervisor; never the other side (R80). */
export class PeerWall {
  readonly #people: readonly string[];

  constructor({ side, mentorId }: PeerTalk, connection: Pick<FamilyConnection, 'parentId' | 'caregiverIds'>) {
    this.#people = [mentorId, ...peopleOn(side, connection)];
  }

  lets(reader: Principal): boolean {
    return reader.has(Role.PROGRAM_SUPERVISOR) || this.#people.includes(reader.person);
  }

  /** As `lets`, for the acting person of a query. */
  letsActing({ context: { actor } }: Reader): boolean {
    return actor.roles.includes(Role.PROGRAM_SUPERVISOR) || (actor.person !== null && this.#people.includes(actor.person));
  }
}
