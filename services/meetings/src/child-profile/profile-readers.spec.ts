import { describe, expect, it } from '@jest/globals';
import type { RoleName } from '@fc/auth';
import { newId } from '@fc/domain-kernel';
import { mayRead, type Standing } from './profile-readers.ts';

const here = newId<'FamilyConnection'>();
const elsewhere = newId<'FamilyConnection'>();
const source = newId<'Person'>();
const entryId = newId<'ChildProfileEntry'>();
const as = (role: RoleName | null, connection = here, renewedFor: string[] = []): Standing => ({ person: newId(), isCaseworker: false, roles: new Map(role ? [[connection, [role]]] : []), renewed: new Map([[entryId, renewedFor]]), withdrawn: new Map() });
const entry = { id: entryId, sourceId: source, connectionId: here, sensitivity: 'SENSITIVE' } as const;

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
});
