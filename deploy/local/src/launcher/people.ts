import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { DomainError } from '@fc/domain-kernel';
import { operatorClientSecret } from '@fc/countyctl';
import { FileSecrets } from '@fc/runtime';
import type { County } from '@fc/tenancy/registry';
import { z } from 'zod';
import { Actor } from '../program/actor.ts';
import { CountyProgram } from '../program/county-program.ts';
import { Refused } from '../program/graphql-client.ts';
import type { LocalPlatform, Tell } from './local-platform.ts';
import { files } from './places.ts';

const accountSchema = z.object({ personId: z.string(), issuer: z.string(), username: z.string() });
const peopleSchema = z.object({ password: z.string(), accounts: z.record(z.string(), z.record(z.string(), accountSchema)) });
/** The demo's people, by county and by the name that the command line uses for them: `king`, `coordinator`. */
export type People = z.infer<typeof peopleSchema>;

/** One of each, in every county: name on the command line, given name, roles, languages. */
const cast: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  ['coordinator', 'Cora', ['COORDINATOR'], ['en', 'es']],
  ['caseworker', 'Casey', ['CASEWORKER'], ['en']],
  ['navigator', 'Nia', ['NAVIGATOR'], ['en']],
  ['parent', 'Noor', ['PARENT'], ['so', 'en']],
  ['caregiver', 'Dana', ['CAREGIVER'], ['en']],
  ['ally', 'Alma', ['PARENT_ALLY'], ['so', 'en']],
  ['mentor', 'Mika', ['CAREGIVER_MENTOR'], ['en']],
];

/** Makes the demo's people, over the public API, unless an earlier start has made them. */
export async function makePeople({ platform, gatewayUrl, counties }: LocalPlatform, password: string, tell: Tell): Promise<People> {
  const people = readPeople() ?? { password, accounts: {} };
  for (const county of counties) {
    if (people.accounts[county.slug]) continue;
    people.accounts[county.slug] = await makePeopleOf(county, programOf(platform, gatewayUrl, county, people.password));
    writePeople(people);
    tell(`${county.name}: a supervisor, a coordinator, a caseworker, a parent, a caregiver, an ally, a mentor`);
  }
  return people;
}

export const programOf = (platform: LocalPlatform['platform'], gatewayUrl: string, county: County, password: string): CountyProgram =>
  new CountyProgram({
    gatewayUrl,
    issuer: county.issuer,
    identityProvider: platform.identityProvider,
    operatorSecret: new FileSecrets(platform.secretsDirectory).read(operatorClientSecret(county.slug)),
    password,
  });

async function makePeopleOf(county: County, program: CountyProgram): Promise<People['accounts'][string]> {
  const familyName = county.name.replace(/ County$/, '');
  const email = (name: string): string => `${name}@${county.slug}.example`;
  const supervisor = await program.appointSupervisor({ givenName: 'Sam', familyName, email: email('supervisor') }).catch((error: unknown) => {
    if (error instanceof Refused && error.code === 'IDENTITY.SUPERVISOR_EXISTS')
      throw new DomainError('DATA_HALF_MADE', `An earlier start was stopped while it made the people of ${county.name}. Start over with: npm start -- --fresh`);
    throw error;
  });
  const accounts: People['accounts'][string] = { supervisor: accountOf(supervisor) };
  for (const [name, givenName, roles, languages] of cast)
    accounts[name] = accountOf(await program.invite(supervisor, { givenName, familyName, email: email(name), roles, languages, phone: '+12065550100' }));
  return accounts;
}

const accountOf = ({ personId, signIn }: Actor): z.infer<typeof accountSchema> => ({ personId, issuer: signIn.issuer, username: signIn.username });

/** Undefined before the first start. */
export const readPeople = (): People | undefined => (existsSync(files.people) ? peopleSchema.parse(JSON.parse(readFileSync(files.people, 'utf8'))) : undefined);

function writePeople(people: People): void {
  writeFileSync(`${files.people}.new`, JSON.stringify(people, null, 2), { mode: 0o600 });
  renameSync(`${files.people}.new`, files.people);
}

/** One of the demo's people, ready to ask. Throws a sentence that names those who are there. */
export function personOf(people: People, gatewayUrl: string, county: string, name: string): Actor {
  const accounts = people.accounts[county];
  if (!accounts) throw new DomainError('UNKNOWN_COUNTY', `There is no county ${county} here; there are ${Object.keys(people.accounts).join(', ')}.`);
  const account = accounts[name];
  if (!account) throw new DomainError('UNKNOWN_PERSON', `Nobody is called ${name} in ${county}; there are ${Object.keys(accounts).join(', ')}.`);
  return new Actor(gatewayUrl, account.personId, { issuer: account.issuer, username: account.username, password: people.password });
}
