import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@fc/domain-kernel';
import { mayReadStrength, type StrengthReader } from './strength-readers.ts';

const child = newId<'Child'>();
const stranger: StrengthReader = { person: newId(), isStaff: false, side: null, isFamily: false, mayHear: true, here: new Set([child]) };
const parent: StrengthReader = { ...stranger, side: 'PARENT', isFamily: true };
const home: StrengthReader = { ...stranger, side: 'HOUSEHOLD', isFamily: true };
const worker: StrengthReader = { ...stranger, isStaff: true };
const ofParent = { side: 'PARENT' as const, childId: null, namedBy: newId<'Person'>(), namedSide: null, sharedAt: null };
const ofChild = { ...ofParent, side: null, childId: child };
const sharedAt = Temporal.Instant.from('2026-03-10T18:00:00Z');

describe('who reads a strength', () => {
  it.each<[string, boolean, boolean]>([
    ['staff, of a family', mayReadStrength(worker, ofParent), true],
    ['the family that has it', mayReadStrength(parent, ofParent), true],
    ['the other family', mayReadStrength(home, ofParent), false],
    ['the other family, once it was shown to them', mayReadStrength(home, { ...ofParent, sharedAt }), true],
    ['the other family, where the two are not to be in contact', mayReadStrength({ ...home, mayHear: false }, { ...ofParent, sharedAt }), false],
    ['the family that has it, of what the other wrote', mayReadStrength(parent, { ...ofParent, namedSide: 'HOUSEHOLD' }), true],
    ['the family that has it, of what the other wrote, without contact', mayReadStrength({ ...parent, mayHear: false }, { ...ofParent, namedSide: 'HOUSEHOLD' }), false],
    ['the home where the child is', mayReadStrength(home, ofChild), true],
    ['the home where the child was', mayReadStrength({ ...home, here: new Set() }, ofChild), false],
    ['the parent, wherever the child is', mayReadStrength({ ...parent, here: new Set() }, ofChild), true],
    ['whoever named it', mayReadStrength({ ...stranger, person: ofParent.namedBy }, ofParent), true],
    ['somebody on the connection who is neither', mayReadStrength(stranger, ofChild), false],
  ])('%s', (_who, readable, expected) => expect(readable).toBe(expected));
});
