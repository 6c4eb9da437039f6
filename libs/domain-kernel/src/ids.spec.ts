import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError, idTime, isId, newId, parseId } from './index.ts';

describe('ids', () => {
  it('gives every id once, in the order of its making', () => {
    const ids = Array.from({ length: 1000 }, () => newId<'Child'>());
    expect(new Set(ids).size).toBe(1000);
    expect([...ids].sort()).toEqual(ids);
  });

  it('tells when an id was made', () => {
    const before = Date.now();
    const made = idTime(newId());
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThanOrEqual(Date.now());
  });

  it('reads an id in capitals as the same id', () => {
    const id = newId<'Child'>();
    expect(parseId<'Child'>(id.toUpperCase())).toBe(id);
  });

  it('refuses ids of another version', () => {
    fc.assert(
      fc.property(fc.uuid({ version: [1, 2, 3, 4, 5, 6, 8] }), (foreign) => {
        expect(isId(foreign)).toBe(false);
        expect(() => parseId(foreign)).toThrow(DomainError);
      }),
    );
  });

  it('refuses text that is no id', () => {
    expect(() => parseId('42')).toThrow(expect.objectContaining({ code: 'INVALID_ID' }));
    expect(() => parseId(` ${newId()}`)).toThrow(expect.objectContaining({ code: 'INVALID_ID' }));
  });
});
