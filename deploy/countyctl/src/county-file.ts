import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { countySchema, retainedRecords, type CountySettings } from '@fc/tenancy/registry';
import { parse } from 'yaml';
import { z } from 'zod';
import { countyProviderSchema, mailServerSchema } from './realm/index.ts';

// Strict, since a misspelt setting must not become a silent default.
const { slug, name, kind, fips, pilot, timeZone, settings } = countySchema.shape;
const signIn = z.strictObject({
  /** Where the county's application is, to which people come back after signing in; `*` at the end stands for any path. */
  redirectUris: z.array(z.url({ protocol: /^https?$/ })).default([]),
  /** The county's own identity provider, which the county's realm brokers. */
  provider: countyProviderSchema.optional(),
  /** The mail server by which people are invited; without one they are told by a person how to sign in. */
  mail: mailServerSchema.optional(),
});
const countyFileSchema = z.strictObject({ slug, name, kind, fips, pilot, timeZone, settings: settings.strict().superRefine(requireKnownRetention).prefault({}), signIn: signIn.optional() });

/** A rule that nothing follows would look like one that is followed. */
function requireKnownRetention({ retention }: CountySettings, { addIssue }: z.RefinementCtx): void {
  for (const [at, { recordType, startsAt }] of retention.entries()) {
    const starts: readonly string[] | undefined = Object.hasOwn(retainedRecords, recordType) ? retainedRecords[recordType as keyof typeof retainedRecords] : undefined;
    if (!starts) addIssue({ code: 'custom', path: ['retention', at, 'recordType'], message: `${recordType} is none of ${Object.keys(retainedRecords).join(', ')}` });
    else if (!starts.includes(startsAt)) addIssue({ code: 'custom', path: ['retention', at, 'startsAt'], message: `${recordType} is counted from ${starts.join(' or ')}` });
  }
}

/** What `deploy/counties/<slug>.yaml` says of a county; it holds no secret. */
export type CountyFile = z.infer<typeof countyFileSchema>;

/** Throws one message that names what is wrong in the file. */
export function readCountyFile(text: string, source: string): CountyFile {
  const given: unknown = parse(text);
  const parsed = countyFileSchema.safeParse(given);
  if (!parsed.success) throw new Error(`${source} does not describe a county:\n${z.prettifyError(parsed.error)}`);
  const [unknown] = passedOver(given, parsed.data);
  if (unknown) throw new Error(`${source} does not describe a county:\n✖ Unrecognized key: "${unknown}"`);
  return parsed.data;
}

/** Keys that stand in some part of what is given, and that reading it passed over: a service may be older than a setting, a file may not. */
function passedOver(given: unknown, read: unknown): string[] {
  if (!isRecord(given) || !isRecord(read)) return [];
  return Object.entries(given).flatMap(([key, value]) => (key in read ? passedOver(value, read[key]).map((part) => `${key}.${part}`) : [key]));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** All county files of a directory, the pilot first. */
export async function readCountyFiles(directory: string): Promise<CountyFile[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.yaml')).sort();
  const files = await Promise.all(names.map(async (name) => readCountyFile(await readFile(join(directory, name), 'utf8'), name)));
  return files.sort((one, other) => Number(other.pilot) - Number(one.pilot));
}
