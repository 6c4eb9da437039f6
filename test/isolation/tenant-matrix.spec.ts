import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { openConnection, placeFamily, World, type Actor, type GraphQLAnswer, type TestCounty } from '@fc/testing';
import { fingerprint, settledFingerprint } from './fingerprint.ts';
import { sampleArguments } from './sample-input.ts';
import { documentFor, rootFieldsWithIds, type RootField } from './schema-fields.ts';

/** One of each kind of thing that a county keeps. */
interface Things {
  readonly person: string;
  readonly child: string;
  readonly household: string;
  readonly placement: string;
  readonly connection: string;
}

/** Every query of the services of this world that takes an id: how to ask it for a thing of one county. A new one needs its line here. */
const matrix: Record<string, (things: Things) => Record<string, string>> = {
  person: ({ person }) => ({ id: person }),
  child: ({ child }) => ({ id: child }),
  caregiverHousehold: ({ household }) => ({ id: household }),
  familyConnection: ({ connection }) => ({ id: connection }),
};

const here = [identity, matching];
const services = new Set(here.map(({ schema }) => schema.service));
const [queries, mutations] = [rootFieldsWithIds('Query'), rootFieldsWithIds('Mutation')];
const ofThisWorld = ({ service }: RootField): boolean => services.has(service);

let world: World;
let king: { readonly county: TestCounty; readonly things: Things; readonly staff: readonly Actor[] };
let pierce: typeof king;

/** A county with one of each thing, and everybody whose role opens something. */
async function furnish(county: TestCounty): Promise<typeof king> {
  const family = await placeFamily(county);
  const connection = await openConnection(county, family);
  const { parent, householdId, childIds, placementIds } = family;
  const things = { person: parent.personId, child: childIds[0]!, household: householdId, placement: placementIds[0]!, connection };
  return { county, things, staff: [await county.person('COORDINATOR'), county.supervisor, await county.person('CASEWORKER')] };
}

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: here });
  king = await furnish(world.county('king'));
  pierce = await furnish(world.county('pierce'));
}, 60_000);
afterAll(() => world?.stop());

/** What an id field most likely wants; anything else gets the connection. */
function idFor({ person, child, household, placement, connection }: Things, fieldName: string): string {
  const kinds: [RegExp, string][] = [[/child|sibling/i, child], [/household/i, household], [/placement/i, placement], [/person|parent|caregiver|mentor|people|worker|participant/i, person]];
  return kinds.find(([pattern]) => pattern.test(fieldName))?.[1] ?? connection;
}

describe('the tenant matrix', () => {
  it('has a row for every query that takes an id, and no other', () => {
    expect(Object.keys(matrix).sort()).toEqual(queries.filter(ofThisWorld).map(({ name }) => name).sort());
  });

  it.each(queries.filter(ofThisWorld).map((field) => [field.name, field] as const))('answers %s for the own county, and NOT_FOUND for the id of another, which has it', async (name, field) => {
    const ask = matrix[name]!;
    const document = documentFor('query', field);
    const [coordinator, theirs] = [king.staff[0]!, pierce.staff[0]!];
    for (const [actor, things] of [[coordinator, king.things], [theirs, pierce.things]] as const) {
      const own = await actor.ask(document, ask(things));
      expect(own.errors.map((error) => error.extensions?.code)).not.toContain('NOT_FOUND');
    }
    for (const actor of king.staff) {
      const answer = await actor.ask<Record<string, unknown>>(document, ask(pierce.things));
      expect(answer.errors[0]).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
      expect(answer.data?.[name] ?? null).toBeNull();
    }
  });

  describe('of the mutations', () => {
    const asked = mutations.filter(ofThisWorld);
    const answers = new Map<string, GraphQLAnswer<unknown>[]>();
    let before: Record<string, string>;

    /** Each by everybody of the staff, a few at a time: a command waits half a second for an id as young as these. */
    beforeAll(async () => {
      before = await settledFingerprint(pierce.county);
      const calls = asked.flatMap((field) => king.staff.map((actor) => ({ field, actor })));
      for (let from = 0; from < calls.length; from += 6)
        await Promise.all(
          calls.slice(from, from + 6).map(async ({ field, actor }) => {
            const answer = await actor.ask(documentFor('mutation', field), sampleArguments(field, (fieldName) => idFor(pierce.things, fieldName)));
            answers.set(field.name, [...(answers.get(field.name) ?? []), answer]);
          }),
        );
    }, 60_000);

    it.each(asked.map(({ name }) => name))('refuses %s with ids of another county, whoever of the staff asks', (name) => {
      expect(answers.get(name)).toHaveLength(king.staff.length);
      for (const { errors } of answers.get(name)!) expect(errors[0]?.extensions?.code).toMatch(/^(NOT_FOUND|FORBIDDEN|[A-Z_]+\.[A-Z_]+)$/);
    });

    it('has written nothing in the county whose ids they were', async () => {
      expect(await fingerprint(pierce.county)).toEqual(before);
    });
  });

  // Their own worlds answer for these; here it is only said that they are not forgotten.
  for (const [service, fields] of Map.groupBy([...queries, ...mutations].filter((field) => !ofThisWorld(field)), ({ service }) => service))
    it(`leaves to a world with ${service}: ${fields.map(({ name }) => name).join(', ')}`, () => {
      expect(['meetings', 'family-time', 'support', 'outcomes']).toContain(service);
    });
});
