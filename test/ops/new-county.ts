import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCountyFile, type CountyFile } from '@fc/countyctl';
import { parseCountySlug } from '@fc/domain-kernel';

const counties = join(import.meta.dirname, '../../deploy/counties');

/** Each code is given once: a registry is of one test file's world alone. */
let codesGiven = 10_000;

/** One of the committed county files under a name and a FIPS code that nobody else has: the whole run shares its servers. */
export async function newCounty(name = 'snohomish'): Promise<CountyFile> {
  const slug = parseCountySlug(`${name}_${randomBytes(4).toString('hex').replace(/^\d/, 'x')}`);
  const fips = String((codesGiven += 1));
  return { ...readCountyFile(await readFile(join(counties, `${name}.yaml`), 'utf8'), name), slug, fips };
}
