import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { ActiveMatch } from '../projections/active-match.entity.ts';
import { PreparationSession } from './preparation-session.entity.ts';

const now = Temporal.Instant.from('2026-03-10T18:00:00Z');
const acceptedAt = now.subtract({ hours: 48 });
const match = ActiveMatch.accepted({ matchId: newId(), mentorRole: 'PARENT_ALLY', mentorId: newId(), participantId: newId(), acceptedAt: acceptedAt.toString() });

describe('a preparation session', () => {
  it('S03 R14 lies between the match and now, whenever somebody says that it was, and is of the mentor and the side of that match', () => {
    fc.assert(
      fc.property(fc.integer({ min: -72, max: 24 }), fc.array(fc.string(), { maxLength: 3 }), (hours, topics) => {
        const heldAt = now.add({ hours });
        const blank = topics.some((topic) => topic.trim() === '');
        const refused = hours > 0 ? 'DATE_IN_FUTURE' : hours < -48 ? 'DATE_TOO_EARLY' : null;
        const hold = (): PreparationSession => PreparationSession.held(newId(), match, { heldAt, topics }, now);
        if (refused) expect(codeOf(hold)).toBe(refused);
        else if (blank) expect(codeOf(hold)).toMatch(/^TEXT_/);
        else if (codeOf(hold) === null) expect(hold()).toMatchObject({ side: 'PARENT', mentorId: match.mentorId, matchId: match.id, heldAt });
        else expect(codeOf(hold)).toMatch(/^TEXT_/); // characters that no text may hold
      }),
    );
  });
});
