import { describe, expect, it } from '@jest/globals';
import type { RoleName } from '@fc/auth';
import { newId, Temporal, type Id } from '@fc/domain-kernel';
import { mayRead, standsBefore, type Standing } from './profile-readers.ts';

const here = newId<'FamilyConnection'>();
const elsewhere = newId<'FamilyConnection'>();
const source = newId<'Person'>();
const entryId = newId<'ChildProfileEntry'>();
const as = (role: RoleName | null, connection = here, renewedFor: string[] = []): Standing => ({ person: newId(), isCaseworker: false, roles: new Map(role ? [[connection, [role]]] : []), renewed: new Map([[entryId, renewedFor]]), withdrawn: new Map(), wasForbidden: () => false });
const recordedAt = Temporal.Instant.from('2026-03-02T18:00:00Z');
const entry = { id: entryId, sourceId: source, recordedBy: source, recordedAt, connectionId: here, sensitivity: 'SENSITIVE' } as const;

describe('who reads an entry of a child’s profile', () => {
  it.each<[string, Standing, boolean]>([
    ['the source, wherever the child is now', { ...as(null), person: source }, true],
    ['a caseworker of the child', { ...as(null), isCaseworker: true }, true],
    ['a parent', as('PARENT'), true],
    ['the home that was told', as('CAREGIVER'), true],
    ['a later home', as('CAREGIVER', elsewhere), false],
    ['a mentor', as('CAREGIVER_MENTOR'), false],
    ['a coordinator', as('COORDINATOR'), false],
    ['a stranger', as(null), false],
  ])('sensitive, told to one home: %s', (_who, standing, readable) => expect(mayRead(standing, entry)).toBe(readable));

  it('ordinary: whoever else is on that connection reads it, a stranger does not', () => {
    const ordinary = { ...entry, sensitivity: 'ORDINARY' } as const;
    expect(mayRead(as('PARENT_ALLY'), ordinary)).toBe(true);
    expect(mayRead(as('PARENT_ALLY', elsewhere), ordinary)).toBe(false);
    expect(mayRead(as(null), ordinary)).toBe(false);
  });

  it('R34 no home reads what a parent has taken back from it, whether it was told there or came along', () => {
    const takenBack = (standing: Standing, from: string): Standing => ({ ...standing, withdrawn: new Map([[entryId, [from]]]) });
    for (const sensitivity of ['SENSITIVE', 'ORDINARY'] as const) {
      expect(mayRead(takenBack(as('CAREGIVER'), here), { ...entry, sensitivity })).toBe(false);
      expect(mayRead(takenBack(as('PARENT_ALLY'), here), { ...entry, sensitivity })).toBe(false);
      expect(mayRead(takenBack(as('PARENT'), here), { ...entry, sensitivity })).toBe(true);
      expect(mayRead(takenBack(as('CAREGIVER', elsewhere, [elsewhere]), here), { ...entry, sensitivity })).toBe(true);
    }
    expect(mayRead(takenBack(as('CAREGIVER'), elsewhere), entry)).toBe(true);
  });

  it('R34 a later home reads what a parent agreed to anew for it, and nothing else', () => {
    expect(mayRead(as('CAREGIVER', elsewhere, [elsewhere]), entry)).toBe(true);
    expect(mayRead(as('CAREGIVER', elsewhere, [elsewhere]), { ...entry, id: newId() })).toBe(false);
    expect(mayRead(as('CAREGIVER', elsewhere, [newId()]), entry)).toBe(false);
    expect(mayRead(as('PARENT_ALLY', elsewhere, [elsewhere]), entry)).toBe(false);
    expect(mayRead(as('PARENT_ALLY', elsewhere, [elsewhere]), { ...entry, sensitivity: 'ORDINARY' })).toBe(true);
  });

  describe('where messages were forbidden when it was told', () => {
    const keptFrom = (who: Id<'Person'>, standing: Standing): Standing => ({ ...standing, wasForbidden: (other, at) => other === who && Temporal.Instant.compare(at, recordedAt) === 0 });
    const recorder = newId<'Person'>();

    it.each<[string, Standing, boolean]>([
      ['a parent of another connection', keptFrom(source, as('PARENT', elsewhere)), false],
      ['a parent who must not write to whoever wrote it down', keptFrom(recorder, as('PARENT', elsewhere)), false],
      ['a parent who must not write to somebody else', keptFrom(newId(), as('PARENT', elsewhere)), true],
      ['a later home with a renewed consent', keptFrom(source, as('CAREGIVER', elsewhere, [elsewhere])), false],
      ['the family itself to which it was told, as the ledger allowed', keptFrom(source, as('CAREGIVER')), true],
      ['a caseworker', keptFrom(source, { ...as('PARENT', elsewhere), isCaseworker: true }), true],
      ['the source', { ...keptFrom(recorder, as('PARENT', elsewhere)), person: source }, true],
    ])('R35 R78 %s', (_who, standing, readable) => {
      expect(mayRead(standing, { ...entry, recordedBy: recorder })).toBe(readable);
      expect(standsBefore(standing, { ...entry, recordedBy: recorder })).toBe(readable);
    });

    it('R78 counts the time at which it was told', () => expect(mayRead(keptFrom(source, as('PARENT', elsewhere)), { ...entry, recordedAt: recordedAt.add({ seconds: 1 }) })).toBe(true));
  });

  it('R34 hides an older entry from those who are where it was told, renewed or taken back, and from nobody else', () => {
    expect(standsBefore(as('PARENT_ALLY'), entry)).toBe(true);
    expect(standsBefore(as('CAREGIVER', elsewhere), entry)).toBe(false);
    expect(standsBefore(as('PARENT_ALLY', elsewhere, [elsewhere]), entry)).toBe(true);
    expect(standsBefore({ ...as('CAREGIVER', elsewhere), withdrawn: new Map([[entryId, [elsewhere]]]) }, entry)).toBe(true);
    expect(standsBefore(as('PARENT', elsewhere), entry)).toBe(true);
    expect(standsBefore({ ...as(null), roles: new Map([[here, []]]) }, entry)).toBe(false);
  });
});
