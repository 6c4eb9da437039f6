import { DomainError, requireText } from '@fc/domain-kernel';
import { readerOf } from '../guide/guide-member.ts';
import { promptOf } from '../guide/guide-pack.ts';
import type { ConnectionSide } from '../projections/connection-side.ts';

/** How the guide names its lines: P1-PAR-01, T-CAR-12. */
const lineOfGuide = /^(?:P\d|T)-[A-Z]+-\d+$/;

/** More than anybody talks about at a time. */
const most = 60;

/**
 * What a side and its mentor talked about: lines of that side's guide by their id, or in their own words.
 * Throws `MEETINGS.NO_SUCH_PROMPT`, `MEETINGS.TOO_MANY_TOPICS`, `TEXT_...`.
 */
export function requireTopics(topics: readonly string[], side: `${ConnectionSide}`): string[] {
  if (topics.length > most) throw new DomainError('MEETINGS.TOO_MANY_TOPICS', `Name at most ${most} topics.`);
  const named = topics.map((topic) => requireText(topic, { field: 'A topic', max: 200 }));
  for (const topic of named) if (lineOfGuide.test(topic)) promptOf(topic, readerOf(side));
  return [...new Set(named)];
}
