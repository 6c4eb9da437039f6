import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { newId, parseCountySlug, Temporal } from '@fc/domain-kernel';
import { PersonKey } from '@fc/tenancy';
import fc from 'fast-check';
import { codeOf } from '../../test/code-of.ts';
import { stateOf } from '../../test/state-of.ts';
import { Draft } from './draft.entity.ts';

const start = Temporal.Instant.from('2026-03-10T18:00:00Z');
const personId = newId<'Person'>();
const key = new PersonKey(createSecretKey(randomBytes(32)), parseCountySlug('king'), personId);
const tooLong = 'x'.repeat(50_001);
const begin = (content: string): Draft => Draft.begin({ personId, connectionId: newId(), form: 'AGENDA_NOTE', about: '' }, content, key, start);

describe('the states of a draft', () => {
  it('hold what was saved last by whoever had seen it, whatever two devices do in whatever order; nothing refused is written, and nothing said twice is', () => {
    const saves = fc.record({ device: fc.constantFrom(0, 1), looks: fc.boolean(), content: fc.constantFrom('One song', 'One song at night', ' ', tooLong, 'bell \u0007') });
    fc.assert(
      fc.property(fc.array(saves, { maxLength: 10 }), (all) => {
        const draft = begin('One song');
        const { submissionKey } = draft;
        const seen = [1, 1];
        let [text, revision] = ['One song', 1];
        all.forEach(({ device, looks, content }, hours) => {
          if (looks) seen[device] = draft.revision;
          const before = stateOf(draft);
          const unfit = content === ' ' ? 'TEXT_REQUIRED' : content === tooLong ? 'TEXT_TOO_LONG' : content.startsWith('bell') ? 'TEXT_NOT_PLAIN' : null;
          const refused = unfit ?? (content !== text && seen[device] !== revision ? 'CHANGED_MEANWHILE' : null);
          expect(codeOf(() => draft.save(content, seen[device], key, start.add({ hours })))).toBe(refused);
          if (refused || content === text) expect(stateOf(draft)).toBe(before);
          else {
            [text, revision] = [content, revision + 1];
            seen[device] = revision;
            expect(draft.savedAt.toString()).toBe(start.add({ hours }).toString());
          }
          expect([Draft.open(draft, key), draft.revision, draft.submissionKey]).toEqual([text, revision, submissionKey]);
          expect(draft.content).not.toContain('song');
        });
      }),
    );
  });

  it('begin with words', () => {
    expect(['Once', ' ', tooLong].map((content) => codeOf(() => begin(content)))).toEqual([null, 'TEXT_REQUIRED', 'TEXT_TOO_LONG']);
  });
});
