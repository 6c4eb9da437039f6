import { createSecretKey, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { newId, parseCountySlug, type Id } from '@fc/domain-kernel';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KeyCache } from './key-cache.ts';
import { PersonKey, type Place, type Sealed } from './person-key.ts';

const [king, pierce] = [parseCountySlug('king'), parseCountySlug('pierce')];
const person = newId<'Person'>();
const secret = createSecretKey(randomBytes(32));
const key = (county = king, personId: Id<'Person'> = person): PersonKey => new PersonKey(secret, county, personId);
const place: Place = { record: 'ContactDetails', id: newId(), field: 'email' };
const unreadable = expect.objectContaining({ code: 'PROTECTED_UNREADABLE' });

describe('a person’s key', () => {
  it('opens what it sealed, any text, and never seals the same text twice alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [one, two] = [key().seal(place, text), key().seal(place, text)];
        expect(key().open(place, one)).toBe(Buffer.from(text).toString());
        expect(one).not.toBe(two);
      }),
    );
  });

  it('opens nothing of which one bit has changed, and nothing that was cut', () => {
    const sealed = key().seal(place, 'noor@example.org');
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    const as = (changed: Buffer): Sealed => `s1.${changed.toString('base64url')}` as Sealed;
    fc.assert(
      fc.property(fc.nat({ max: bytes.length * 8 - 1 }), (bit) => {
        const changed = Buffer.from(bytes);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => key().open(place, as(changed))).toThrow(unreadable as unknown as Error);
      }),
    );
    for (let length = 0; length < bytes.length; length += 1) expect(() => key().open(place, as(bytes.subarray(0, length)))).toThrow(unreadable as unknown as Error);
    expect(() => key().open(place, 'noor@example.org' as Sealed)).toThrow(unreadable as unknown as Error);
  });

  it('opens nothing in another county, for another person, in another kind of record, row or field, nor under another key', () => {
    const sealed = key().seal(place, 'noor@example.org');
    expect(key().open({ ...place }, sealed)).toBe('noor@example.org');
    const elsewhere: (() => string)[] = [
      () => key(pierce).open(place, sealed),
      () => key(king, newId<'Person'>()).open(place, sealed),
      () => key().open({ ...place, record: 'Person' }, sealed),
      () => key().open({ ...place, id: newId() }, sealed),
      () => key().open({ ...place, field: 'phones' }, sealed),
      () => new PersonKey(createSecretKey(randomBytes(32)), king, person).open(place, sealed),
    ];
    for (const open of elsewhere) expect(open).toThrow(unreadable as unknown as Error);
  });

  it('shows itself to nobody', () => {
    expect(inspect({ key: key() })).toBe('{ key: [PersonKey] }');
    expect(JSON.stringify({ key: key() })).toBe('{"key":null}');
  });
});

describe('the cache of opened keys', () => {
  it('opens a key once for all who want it, keeps no failure, and holds no more than it may', async () => {
    const cache = new KeyCache({ most: 3 });
    let opened = 0;
    const open = async () => ((opened += 1), secret);
    await Promise.all(Array.from({ length: 20 }, () => cache.get('one', open)));
    expect(opened).toBe(1);
    await expect(cache.get('broken', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await cache.get('broken', open)).toBe(secret);
    for (const name of ['a', 'b', 'c', 'd']) await cache.get(name, open);
    expect(cache.size).toBe(3);
    cache.drop('d');
    expect(cache.size).toBe(2);
  });

  it('forgets a key when its time is over', async () => {
    const cache = new KeyCache({ forMs: 1 });
    await cache.get('one', async () => secret);
    while (cache.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });
});
