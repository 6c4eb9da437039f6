import type { Id, Temporal } from '@fc/domain-kernel';
import { CountyDb, type Reader } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { FollowUpSession } from '../follow-ups/follow-up-session.entity.ts';
import { readerOf } from '../guide/guide-member.ts';
import { promptsFor } from '../guide/guide-pack.ts';
import type { GuideLanguage, GuidePhase } from '../guide/guide-prompt.ts';
import { Guides } from '../guide/guides.query.ts';
import { matchesOn } from '../projections/active-match.entity.ts';
import { connectionSides, type ConnectionSide } from '../projections/connection-side.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { isOnConnection } from '../projections/on-connection.ts';
import { PeerWall } from '../projections/peer-wall.ts';
import { PreparationSession } from './preparation-session.entity.ts';
import { TalkChecklistView } from './talk-checklist.view.ts';

/** What one side and its mentor talk through, phase by phase, and what of it they have. */
@Injectable()
export class TalkChecklists {
  constructor(
    private readonly db: CountyDb,
    private readonly guides: Guides,
  ) {}

  /** Those of the own pair; of both pairs for a program supervisor. */
  async ofConnection(connectionId: Id<'FamilyConnection'>, phase: GuidePhase, language: GuideLanguage): Promise<TalkChecklistView[]> {
    const talkedOf = await this.db.read((reader) => talkedAbout(reader, connectionId));
    if (talkedOf.size === 0) return [];
    const { prompts } = await this.guides.inLanguage(language);
    return [...talkedOf].map(([side, talked]) => {
      const ofSide = new Set(promptsFor(readerOf(side)).map(({ id }) => id));
      const lines = prompts.filter((prompt) => prompt.phase === phase && ofSide.has(prompt.promptId)).map((prompt) => ({ prompt, talkedAboutAt: talked.get(prompt.promptId) ?? null }));
      return Object.assign(new TalkChecklistView(), { side, lines });
    });
  }
}

/** For each side whose wall lets the acting person in: when each topic was talked about first. */
async function talkedAbout(reader: Reader, connectionId: Id<'FamilyConnection'>): Promise<Map<ConnectionSide, Map<string, Temporal.Instant>>> {
  const sides = new Map<ConnectionSide, Map<string, Temporal.Instant>>();
  if (!(await isOnConnection(reader, connectionId))) return sides;
  const connection = await reader.getRow(FamilyConnection, connectionId);
  const matches = await matchesOn(reader, connection);
  const talks = [
    ...(await reader.rows(PreparationSession, { connectionId }, { orderBy: { heldAt: 'asc' } })),
    ...(await reader.rows(FollowUpSession, { connectionId, heldAt: { $ne: null } }, { orderBy: { heldAt: 'asc' } })),
  ].filter((talk) => new PeerWall(talk, connection).letsActing(reader));
  for (const side of connectionSides) {
    const match = matches[side];
    const ofSide = talks.filter((talk) => talk.side === side);
    if (ofSide.length === 0 && !(match && new PeerWall({ side, mentorId: match.mentorId }, connection).letsActing(reader))) continue;
    const first = new Map<string, Temporal.Instant>();
    for (const { topics, heldAt } of ofSide) for (const topic of topics) if (heldAt && !first.has(topic)) first.set(topic, heldAt);
    sides.set(side as ConnectionSide, first);
  }
  return sides;
}
