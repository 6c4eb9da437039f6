import type { Id } from '@fc/domain-kernel';
import { readPage, rolesOnConnection, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ConnectionParty, participantsOf } from '../needs/connection-party.entity.ts';
import type { MentorRole } from '../needs/mentor-need.entity.ts';
import { MentorMatch } from './mentor-match.entity.ts';
import { MentorMatchView } from './mentor-match.view.ts';

/** Reads who is matched with whom. */
@Injectable()
export class MentorMatches {
  constructor(private readonly db: CountyDb) {}

  byId(id: Id<'MentorMatch'>): Promise<MentorMatchView> {
    return this.db.read(async (reader) => (await matchViews(reader, [await reader.getRow(MentorMatch, id)]))[0]!); // one view for each match
  }

  /** Of the whole county, ended ones too; of one participant where one is named. */
  page(args: PageArgs, participantId: Id<'Participant'> | null): Promise<Page<MentorMatchView>> {
    return this.db.read(async (reader) => {
      const { nodes, pageInfo } = await readPage(reader, MentorMatch, participantId ? { participantId } : {}, args, (match) => match);
      return { nodes: await matchViews(reader, nodes), pageInfo };
    });
  }

  /** The active ones of whoever asks. */
  mine(): Promise<MentorMatchView[]> {
    return this.db.read(async (reader) => {
      const person = reader.context.actor.person as Id<'Person'>; // whoever is signed in is a person
      const participants = await participantsOf(reader, person);
      const matches = await reader.rows(MentorMatch, { endedAt: null, $or: [{ mentorId: person }, { participantId: { $in: participants } }] }, { orderBy: { id: 'asc' } });
      return matchViews(reader, matches);
    });
  }

  /** The active one of the parent or of the household; none for whoever is not on the connection. */
  ofConnection(connectionId: Id<'FamilyConnection'>, mentorRole: `${MentorRole}`): Promise<MentorMatchView | null> {
    return this.db.read(async (reader) => {
      if ((await rolesOnConnection(reader, connectionId)).length === 0) return null;
      const parties = await reader.rows(ConnectionParty, { connectionId });
      const [match] = await reader.rows(MentorMatch, { mentorRole, endedAt: null, participantId: { $in: parties.map((party) => party.participantId) } }, { limit: 1 });
      return match ? ((await matchViews(reader, [match]))[0] ?? null) : null;
    });
  }
}

/** As they are shown, in their order. */
export async function matchViews(reader: Reader, matches: readonly Row<MentorMatch>[]): Promise<MentorMatchView[]> {
  const parties = await reader.rows(ConnectionParty, { participantId: { $in: matches.map(({ participantId }) => participantId) } }, { orderBy: { personId: 'asc' } });
  return matches.map((match) => {
    const theirs = parties.filter(({ participantId }) => participantId === match.participantId);
    return MentorMatchView.from(match, [...new Set(theirs.map(({ personId }) => personId))]);
  });
}
