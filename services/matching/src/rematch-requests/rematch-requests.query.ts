import type { Id } from '@fc/domain-kernel';
import { readPage, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { MentorMatch } from '../matches/mentor-match.entity.ts';
import { matchViews } from '../matches/mentor-matches.query.ts';
import { sideOfMatch } from './own-match.ts';
import { RematchRequest } from './rematch-request.entity.ts';
import { RematchRequestView } from './rematch-request.view.ts';

/** Reads who would rather be matched anew. */
@Injectable()
export class RematchRequests {
  constructor(private readonly db: CountyDb) {}

  /** Those of matches that go on: a coordinator has still to see to them. */
  open(args: PageArgs): Promise<Page<RematchRequestView>> {
    return this.db.read(async (reader) => {
      const going = await reader.sql<{ id: Id<'MentorMatch'> }>('select id from mentor_match where ended_at is null and id in (select match_id from rematch_request where taken_back_at is null)', []);
      const { nodes, pageInfo } = await readPage(reader, RematchRequest, { takenBackAt: null, matchId: { $in: going.map(({ id }) => id) } }, args, (request) => request);
      const matches = await matchViews(reader, await reader.rows(MentorMatch, { id: { $in: nodes.map(({ matchId }) => matchId) } }));
      return { nodes: nodes.flatMap((request) => matches.filter(({ id }) => id === request.matchId).map((match) => RematchRequestView.from(request, match))), pageInfo };
    });
  }

  /** Whether the side of whoever asks has asked; null for everybody who is on neither. */
  askedByMySide(matchId: Id<'MentorMatch'>): Promise<boolean | null> {
    return this.db.read(async (reader) => {
      const side = await sideOfMatch(reader, await reader.getRow(MentorMatch, matchId));
      return side && (await reader.count(RematchRequest, { matchId, side, takenBackAt: null })) > 0;
    });
  }
}
