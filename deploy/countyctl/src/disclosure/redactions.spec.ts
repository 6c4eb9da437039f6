import { describe, expect, it } from '@jest/globals';
import { Redactor, type DisclosedTable, type Subject } from './redactions.ts';

const nobody: Subject = { people: [], family: [], connections: [], parentSide: [], partTwo: [] };
const rule: DisclosedTable = { whose: 'true', gives: 'id held_at', withholds: [{ columns: 'note', kind: 'PEER_NOTES', unless: ({ held_at: heldAt }) => heldAt === 'long ago' }] };
const countsOf = (redactor: Redactor): object => Object.fromEntries(redactor.redactions().filter(({ count }) => count !== 0).map(({ kind, count }) => [kind, count]));
const never = { MANDATED_REPORTS: null, CONCERNS: null, PART_2: null, ADDRESS_PROGRAM: null };

describe('what is redacted', () => {
  it('stands as if there were none, and is counted by its kind', () => {
    const redactor = new Redactor(nobody);
    expect(redactor.redacted({ id: 1, held_at: 'today', note: 'She was sad.' }, rule)).toEqual({ id: 1, held_at: 'today', note: null });
    expect(redactor.redacted({ id: 2, held_at: 'today', note: null }, rule)).toEqual({ id: 2, held_at: 'today', note: null });
    expect(redactor.redacted({ id: 3, held_at: 'long ago', note: 'She was glad.' }, rule)).toEqual({ id: 3, held_at: 'long ago', note: 'She was glad.' });
    expect(countsOf(redactor)).toEqual({ ...never, PEER_NOTES: 1 });
  });

  it('is every column that nobody has decided on, and what nobody can open any more', () => {
    const redactor = new Redactor(nobody);
    expect(redactor.redacted({ id: 's1.sealed', held_at: null, note: null, version: 3, mood: 'low' }, rule)).toEqual({ id: null, held_at: null, note: null });
    expect(countsOf(redactor)).toEqual({ ...never, NOT_DECIDED: 1, ERASED: 1 });
  });

  it('is whole where a record is withheld, and then never counted where a count would tell of it', () => {
    const redactor = new Redactor(nobody);
    expect(redactor.redacted({ id: 1 }, { whose: 'true', whole: { kind: 'MANDATED_REPORTS' } })).toBeNull();
    expect(countsOf(redactor)).toEqual(never);
  });
});
