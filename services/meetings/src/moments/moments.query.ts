import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { isContactPossible, rolesOnConnection } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { guideMember, readerOf } from '../guide/guide-member.ts';
import { whereTheyAre } from '../guide/where-they-are.ts';
import { readableLanguages } from '../wordings/readable-languages.ts';
import { ReadableWords } from '../wordings/readable-text.view.ts';
import { MomentMark } from './moment-mark.entity.ts';
import { momentsFor } from './moment-pack.ts';
import { channelAt } from './moment-prompt.ts';
import { MomentPromptView, MomentsView, type AskedMoments } from './moments.view.ts';
import { suggestMoments } from './suggest-moments.ts';

/** Suggests small things for the minutes in passing, to each of the two families their own. */
@Injectable()
export class Moments {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  /** Null for whoever is none of the two families. */
  ofActing(connectionId: Id<'FamilyConnection'>, { place, phase, language }: AskedMoments): Promise<MomentsView | null> {
    return this.db.read(async (reader) => {
      const held = await rolesOnConnection(reader, connectionId);
      if (!held.includes(Role.PARENT) && !held.includes(Role.CAREGIVER)) return null;
      const { person, side, connection } = await guideMember(reader, connectionId);
      const marks = await reader.rows(MomentMark, { connectionId, personId: person, markedAt: { $ne: null } }, { orderBy: { markedAt: 'asc' } });
      const marked = marks.map(({ promptId }) => promptId);
      const done = new Set(marked);
      const asked = phase ?? (await whereTheyAre(reader, connection)).phase;
      const mayMeet = (!connection.closedAt || connection.continuedAt != null) && (await isContactPossible(reader, connection.contact(channelAt(place), this.clock.now())));
      const suggested = mayMeet ? suggestMoments({ prompts: momentsFor(readerOf(side)), place, phase: asked, done }) : [];
      const readable = await readableLanguages(reader, 'MOMENTS');
      const suggestions = suggested.map((prompt) => Object.assign(new MomentPromptView(), { promptId: prompt.id, wording: new ReadableWords(prompt, readable).in(language), done: done.has(prompt.id) }));
      return Object.assign(new MomentsView(), { place, phase: asked, suggestions, marked });
    });
  }
}
