import type { Id } from '@fc/domain-kernel';
import { rolesOnConnection } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ConnectionParty, participantsOf, peopleOf } from '../needs/connection-party.entity.ts';
import type { MentorRole } from '../needs/mentor-need.entity.ts';
import { MentorMatch } from './mentor-match.entity.ts';
import { MentorMatchView } from './mentor-match.view.ts';

/** Reads who is matched with whom. */
@Injectable()
export class MentorMatches {
  constructor(private readonly db: CountyDb) {}

  byId(id: Id<'MentorMatch'>): Promise<MentorMatchView> {
    return this.db.read(async (reader) => view(reader, await reader.getRow(MentorMatch, id)));
  }

  /** The active ones of whoever asks. */
  mine(): Promise<MentorMatchView[]> {
    return this.db.read(async (reader) => {
      const person = reader.context.actor.person as Id<'Person'>; // whoever is signed in is a person
      const participants = await participantsOf(reader, person);
      const matches = await reader.rows(MentorMatch, { endedAt: null, $or: [{ mentorId: person }, { participantId: { $in: participants } }] }, { orderBy: { id: 'asc' } });
      return Promise.all(matches.map((match) => view(reader, match)));
    });
  }

  /** The active one of the parent or of the household; none for whoever is not on the connection. */
  ofConnection(connectionId: Id<'FamilyConnection'>, mentorRole: `${MentorRole}`): Promise<MentorMatchView | null> {
    return this.db.read(async (reader) => {
      if ((await rolesOnConnection(reader, connectionId)).length === 0) return null;
      const parties = await reader.rows(ConnectionParty, { connectionId });
      const [match] = await reader.rows(MentorMatch, { mentorRole, endedAt: null, participantId: { $in: parties.map((party) => party.participantId) } }, { limit: 1 });
      return match ? view(reader, match) : null;
    });
  }
}

const view = async (reader: Reader, match: Row<MentorMatch>): Promise<MentorMatchView> => MentorMatchView.from(match, await peopleOf(reader, match.participantId));
