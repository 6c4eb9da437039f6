import type { Id } from '@fc/domain-kernel';
import { readPage, rolesOnConnection, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ConnectionParty, participantsOf } from './connection-party.entity.ts';
import { MentorNeed } from './mentor-need.entity.ts';
import { MentorNeedView } from './mentor-need.view.ts';
import { MyMentorNeedView } from './my-mentor-need.view.ts';

/** Reads who waits for a mentor. */
@Injectable()
export class MentorNeeds {
  constructor(private readonly db: CountyDb) {}

  open(args: PageArgs): Promise<Page<MentorNeedView>> {
    return this.db.read((reader) => readPage(reader, MentorNeed, { metAt: null, withdrawnAt: null }, args, MentorNeedView.from));
  }

  /** Those of whoever asks, met and withdrawn ones too. */
  mine(): Promise<MyMentorNeedView[]> {
    return this.db.read(async (reader) => {
      const participants = await participantsOf(reader, reader.context.actor.person as Id<'Person'>); // whoever is signed in is a person
      return (await reader.rows(MentorNeed, { participantId: { $in: participants } }, { orderBy: { id: 'asc' } })).map(MyMentorNeedView.from);
    });
  }

  /** For whoever has just changed it, who may be a coordinator. */
  byId(id: Id<'MentorNeed'>): Promise<MyMentorNeedView> {
    return this.db.read(async (reader) => MyMentorNeedView.from(await reader.getRow(MentorNeed, id)));
  }

  /** Those of its parent and its household; none for whoever is not on it. */
  ofConnection(connectionId: Id<'FamilyConnection'>): Promise<MentorNeedView[]> {
    return this.db.read(async (reader) => {
      if ((await rolesOnConnection(reader, connectionId)).length === 0) return [];
      const parties = await reader.rows(ConnectionParty, { connectionId });
      const needs = await reader.rows(MentorNeed, { participantId: { $in: parties.map((party) => party.participantId) } }, { orderBy: { mentorRole: 'desc' } });
      return needs.map(MentorNeedView.from);
    });
  }
}
