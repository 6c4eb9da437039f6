import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, deep, type Actor, type GraphQLAnswer } from '@fc/testing';
import { World } from '@fc/testing/world';
import { getNamedType, isInputObjectType } from 'graphql';
import { sampleArguments } from '../isolation/sample-input.ts';
import { documentFor, rootFields, type RootField } from '../isolation/schema-fields.ts';
import { wholeCounty, type WholeCounty } from '../isolation/whole-county.ts';
import { everyService } from './every-service.ts';
import { hostileTexts, mark, smuggled, textPaths, withAt } from './hostile-input.ts';

let world: World;
let king: WholeCounty;
const log: string[] = [];

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: everyService, log: (line) => log.push(line) });
  king = await wholeCounty(world, world.county('king'), world.county('pierce'));
}, 120_000);
afterAll(() => world?.stop());

const fields = [...rootFields('Query'), ...rootFields('Mutation')];
const withText = fields.filter((field) => textPaths(field).length > 0);
const named = (some: readonly RootField[]): [string, RootField][] => some.map((field) => [field.name, field]);
const codeOf = ({ errors }: GraphQLAnswer<unknown>): string => errors[0]?.extensions?.code ?? 'ANSWERED';
const send = (who: Actor, field: RootField, variables: unknown): Promise<GraphQLAnswer<unknown>> => who.ask(documentFor(field, 1), variables as object);

/** Whom the field gets furthest for: somebody of the story who is not refused for who they are. */
async function who(field: RootField): Promise<Actor> {
  for (const person of king.people) {
    const code = codeOf(await send(person, field, sampleArguments(field, king.idsFor)));
    if (!/^(FORBIDDEN|NOT_FOUND|NO_COUNTY)$/.test(code)) return person;
  }
  return king.people[0]!;
}

/** What came of it is an answer or a reason. */
function expectNoSurprise(answer: GraphQLAnswer<unknown>, sent: string): void {
  const codes = answer.errors.map((error) => error.extensions?.code);
  expect({ sent, status: answer.status, surprises: codes.filter((code) => code === undefined || /^(INTERNAL|SUBGRAPH)/.test(code)) }).toEqual({ sent, status: answer.status, surprises: [] });
  expect([200, 400, 413]).toContain(answer.status);
}

describe('a hostile text', () => {
  it.each(named(withText))('is stored as it is or refused with a reason, in every place where %s takes one', async (_, field) => {
    const person = await who(field);
    // Each place gets every one in a deep run, and otherwise every fourth: its neighbours get the others.
    const sent = textPaths(field).flatMap((path, place) =>
      Object.entries(hostileTexts).flatMap(([what, text], at) => ((at + place) % deep(4, 1) === 0 ? { path, what, text } : [])),
    );
    for (let from = 0; from < sent.length; from += 6)
      await Promise.all(
        sent.slice(from, from + 6).map(async ({ path, what, text }) => {
          expectNoSurprise(await send(person, field, withAt(sampleArguments(field, king.idsFor), path, text)), `${what} at ${path.join('.')}`);
        }),
      );
  }, deep(60_000, 600_000));

  it('of a megabyte is not read at all, and the next request is answered', async () => {
    const person = king.county.supervisor;
    const long = await person.ask('query ($after: String) { people(after: $after) { nodes { id } } }', { after: 'x'.repeat(1_000_000) });
    expect(long).toMatchObject({ status: 413, data: null, errors: [{ extensions: { code: 'REQUEST_TOO_LARGE' } }] });
    expect((await person.ask('{ me { id } }')).errors).toEqual([]);
  });

  it('is found in no event, audit entry, key or log, and in no other county', async () => {
    const holding = async (county: typeof king.county): Promise<string[]> => {
      const tables = await county.rows<{ name: string }>(`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`);
      const found = await county.rows<{ name: string }>(tables.map(({ name }) => `select '${name}' as name where exists (select from ${name} one where one::text like '%${mark}%')`).join(' union all '));
      return found.map(({ name }) => name);
    };
    const here = await holding(king.county);
    expect(here).not.toEqual([]);
    expect(here.filter((name) => /\.(event_log|outbox|inbox|parked|audit|idempotency|access_)/.test(name))).toEqual([]);
    expect(await holding(world.county('pierce'))).toEqual([]);
    expect(log.length).toBeGreaterThan(100);
    expect(log.filter((line) => line.includes(mark))).toEqual([]);
    expect(log.every((line) => line.trimEnd().split('\n').length === 1)).toBe(true);
  });
});

describe('a field that an input does not know', () => {
  const withInput = fields.filter(({ field }) => field.args.some((argument) => isInputObjectType(getNamedType(argument.type))));

  it.each(named(withInput))('is refused before anything is done, whatever it claims: %s', async (_, field) => {
    const known = field.field.args.map((argument) => getNamedType(argument.type)).find(isInputObjectType)?.getFields() ?? {};
    for (const more of smuggled.map((fields) => Object.fromEntries(Object.entries(fields).filter(([name]) => !Object.hasOwn(known, name))))) {
      if (Object.keys(more).length === 0) continue;
      const { input, ...rest } = sampleArguments(field, king.idsFor);
      const answer = await send(king.people[0]!, field, { ...rest, input: Object.fromEntries([...Object.entries(input as object), ...Object.entries(more)]) });
      expect({ status: answer.status, data: answer.data, codes: [...new Set(answer.errors.map((error) => error.extensions?.code))] }).toEqual({ status: 400, data: null, codes: ['BAD_USER_INPUT'] });
    }
  });

  it('is no way to another county in a header either', async () => {
    const [token, other] = [await king.county.supervisor.token(), world.county('pierce').county.slug];
    const headers = { 'x-county': other, 'x-tenant': other, 'x-forwarded-host': `${other}.example.org`, 'x-role': 'COORDINATOR', 'x-person': world.county('pierce').supervisor.personId };
    const plain = await ask(world.gateway.url, { authorization: `Bearer ${token}` }, '{ me { id } people { nodes { id } } }');
    expect(plain.errors).toEqual([]);
    expect(await ask(world.gateway.url, { authorization: `Bearer ${token}`, ...headers }, '{ me { id } people { nodes { id } } }')).toEqual(plain);
  });
});
