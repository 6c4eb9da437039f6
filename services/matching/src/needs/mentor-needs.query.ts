import { Clock, type Id } from '@fc/domain-kernel';
import { readPage, rolesOnConnection, type Page, type PageArgs } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { OwnWords } from '../own-words/own-words.ts';
import { mustsThatNobodyMeets, sharedLanguages } from '../engine/constraints.ts';
import { ownLanguage } from '../people/own-language.ts';
import { mentorsFor } from '../runs/matching-input.ts';
import { ConnectionParty, participantsOf, peopleOf } from './connection-party.entity.ts';
import { expectedWaits } from './expected-waits.ts';
import { MentorNeed } from './mentor-need.entity.ts';
import { MentorNeedView } from './mentor-need.view.ts';
import { MyMentorNeedView } from './my-mentor-need.view.ts';
import { usualWaits, waitToTell } from './usual-waits.ts';

/** Reads who waits for a mentor. */
@Injectable()
export class MentorNeeds {
  constructor(
    private readonly db: CountyDb,
    private readonly words: OwnWords,
    private readonly clock: Clock,
  ) {}

  open(args: PageArgs): Promise<Page<MentorNeedView>> {
    return this.db.read((reader) => readPage(reader, MentorNeed, { metAt: null, withdrawnAt: null }, args, MentorNeedView.from));
  }

  /** Those of whoever asks, met and withdrawn ones too. */
  mine(): Promise<MyMentorNeedView[]> {
    return this.db.read(async (reader) => {
      const participants = await participantsOf(reader, reader.context.actor.person as Id<'Person'>); // whoever is signed in is a person
      return this.#views(reader, await reader.rows(MentorNeed, { participantId: { $in: participants } }, { orderBy: { id: 'asc' } }));
    });
  }

  /** For whoever has just changed it, who may be a coordinator. */
  byId(id: Id<'MentorNeed'>): Promise<MyMentorNeedView> {
    return this.db.read(async (reader) => {
      const need = await reader.getRow(MentorNeed, id);
      const own = (await peopleOf(reader, need.participantId)).some((person) => person === reader.context.actor.person);
      if (!own && need.wishesOf) await this.db.auditProtectedRead('MyMentorNeed.wishes', 'MentorNeed', [id]);
      return (await this.#views(reader, [need]))[0]!; // one view for each need
    });
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

  async #views(reader: Reader, needs: readonly Row<MentorNeed>[]): Promise<MyMentorNeedView[]> {
    if (needs.length === 0) return [];
    const now = this.clock.now();
    const [waits, theirs] = [await usualWaits(reader, now), await ownLanguage(reader)];
    const mentors = await mentorsFor(this.words, reader, { active: true }, now);
    const asked = await this.words.ofFamilies(reader, needs);
    const expected = await expectedWaits(this.words, reader, needs.filter(({ metAt, withdrawnAt }) => metAt === null && withdrawnAt === null), mentors, now);
    return needs.map((need, index) => {
      const wishes = asked[index] ?? [];
      const ofKind = mentors.filter(({ mentorRole }) => mentorRole === need.mentorRole);
      const musts = need.languageWish?.must ? need.languageWish.tags : [];
      const unmet = { mustsThatNobodyMeets: mustsThatNobodyMeets(wishes, ofKind), languagesThatNobodySpeaks: ofKind.some(({ languages }) => sharedLanguages(musts, languages).length > 0) ? [] : musts };
      return MyMentorNeedView.from({ ...need, wishes }, { waitDays: waitToTell(waits.get(need.mentorRole)), expected: expected.get(need.id) ?? null, theirs, ...unmet });
    });
  }
}
