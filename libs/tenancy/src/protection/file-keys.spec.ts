import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCountySlug } from '@fc/domain-kernel';
import { FileSecrets } from '@fc/runtime';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { countyKeySecret, FileKeyCustodian, FileKeys } from './file-keys.ts';

const [king, pierce] = [parseCountySlug('king'), parseCountySlug('pierce')];
const refused = (code: string): unknown => expect.objectContaining({ code });

let directory: string;
let keys: FileKeys;
let custodian: FileKeyCustodian;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fc-keys-'));
  keys = new FileKeys(new FileSecrets(directory));
  custodian = new FileKeyCustodian(directory);
  await custodian.create(king);
  await custodian.create(pierce);
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const fileOf = (county = king): string => join(directory, countyKeySecret(county));

describe('a county’s key in a file', () => {
  it('is made once, for its owner’s eyes alone', async () => {
    const first = await readFile(fileOf(), 'utf8');
    await custodian.create(king);
    expect(await readFile(fileOf(), 'utf8')).toBe(first);
    expect((await stat(fileOf())).mode & 0o777).toBe(0o600);
    expect(await readFile(fileOf(pierce), 'utf8')).not.toBe(first);
  });

  it('locks keys of persons, and unlocks none of another county or that was changed', async () => {
    const { key, wrapped } = await keys.newKey(king);
    expect((await keys.unwrap(king, wrapped)).equals(key)).toBe(true);
    await expect(keys.unwrap(pierce, wrapped)).rejects.toEqual(refused('PROTECTED_UNREADABLE'));
    const last = wrapped.at(-1) === 'A' ? 'Q' : 'A';
    for (const wrong of [wrapped.slice(0, -1) + last, 'file:v9:abcd', 'vault:v1:abcd', ''])
      await expect(keys.unwrap(king, wrong)).rejects.toEqual(refused('PROTECTED_UNREADABLE'));
  });

  it('is rotated without sealing anything anew, and its older versions go only when they are retired', async () => {
    const { key, wrapped } = await keys.newKey(king);
    await custodian.rotate(king);
    expect((await keys.newKey(king)).wrapped).toMatch(/^file:v2:/);
    expect((await keys.unwrap(king, wrapped)).equals(key)).toBe(true);
    const rewrapped = await keys.rewrap(king, wrapped);
    expect(rewrapped).toMatch(/^file:v2:/);
    expect(rewrapped.startsWith(await custodian.newest(king))).toBe(true);
    expect(wrapped.startsWith(await custodian.newest(king))).toBe(false);
    await custodian.retire(king);
    expect((await keys.unwrap(king, rewrapped)).equals(key)).toBe(true);
    await expect(keys.unwrap(king, wrapped)).rejects.toEqual(refused('PROTECTED_UNREADABLE'));
    await custodian.rotate(king);
    expect((await keys.newKey(king)).wrapped).toMatch(/^file:v3:/);
  });

  it('that is destroyed opens nothing again, and no other takes its place', async () => {
    const { wrapped } = await keys.newKey(king);
    await custodian.destroy(king);
    await expect(keys.unwrap(king, wrapped)).rejects.toEqual(refused('PROTECTED_UNREADABLE'));
    await expect(keys.newKey(king)).rejects.toEqual(refused('PROTECTED_UNREADABLE'));
    expect([await custodian.has(king), await custodian.has(pierce)]).toEqual([false, true]);
    await expect(custodian.create(king)).rejects.toEqual(refused('COUNTY_KEY_DESTROYED'));
    await expect(keys.newKey(pierce)).resolves.toMatchObject({ wrapped: expect.stringMatching(/^file:v1:/) });
  });

  it('that is missing keeps everything waiting, and a wrong or spoilt one opens nothing', async () => {
    const { wrapped } = await keys.newKey(king);
    await writeFile(fileOf(), await readFile(fileOf(pierce), 'utf8'));
    await expect(keys.unwrap(king, wrapped)).rejects.toEqual(refused('PROTECTED_UNREADABLE'));
    await writeFile(fileOf(), '1 tooshort');
    await expect(keys.unwrap(king, wrapped)).rejects.toEqual(refused('PROTECTED_UNREADABLE'));
    await rm(fileOf());
    await expect(keys.unwrap(king, wrapped)).rejects.toEqual(refused('PROTECTED_UNAVAILABLE'));
    await expect(keys.newKey(king)).rejects.toEqual(refused('PROTECTED_UNAVAILABLE'));
  });
});
