import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@fc/domain-kernel';
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
  readonly caregiver: string;
  readonly matchRun: string;
  readonly caseImport: string;
}

/** Every query of the services of this world that takes an id: how to ask it for a thing of one county. A new one needs its line here. */
const matrix: Record<string, (things: Things) => Record<string, unknown>> = {
  person: ({ person }) => ({ id: person }),
  child: ({ child }) => ({ id: child }),
  caregiverHousehold: ({ household }) => ({ id: household }),
  familyConnection: ({ connection }) => ({ id: connection }),
  consents: ({ person }) => ({ personId: person }),
  contactRules: ({ person, caregiver }) => ({ personIds: [person, caregiver] }),
  mayContact: ({ person, caregiver }) => ({ personIds: [person, caregiver], channel: 'CALL' }),
  identityAuditTrail: ({ connection }) => ({ first: 50, recordId: connection }),
  matchingAuditTrail: ({ connection }) => ({ first: 50, recordId: connection }),
  matchRun: ({ matchRun }) => ({ id: matchRun }),
  caseImport: ({ caseImport }) => ({ id: caseImport }),
};

/** These know nothing about somebody whom they do not know, and say just that: no rule, no consent, no contact, no entry. All others answer NOT_FOUND. */
const knowNothing = new Set(['consents', 'contactRules', 'mayContact', 'identityAuditTrail', 'matchingAuditTrail']);
/** Ids that no county has. */
const nobodys: Things = { person: newId(), caregiver: newId(), child: newId(), household: newId(), placement: newId(), connection: newId(), matchRun: newId(), caseImport: newId() };

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
  const { parent, caregiver, householdId, childIds, placementIds } = family;
  const coordinator = await county.person('COORDINATOR');
  const { id: matchRun } = await coordinator.do<{ id: string }>('mutation ($input: RunMatchingInput!) { runMatching(input: $input) { id } }', {});
  const { id: caseImport } = await coordinator.do<{ id: string }>('mutation ($input: BeginCaseImportInput!) { beginCaseImport(input: $input) { id } }', { sourceSystem: 'Statewide', format: 'CSV', dryRun: false });
  const things = { person: parent.personId, child: childIds[0]!, household: householdId, placement: placementIds[0]!, connection, caregiver: caregiver.personId, matchRun, caseImport };
  return { county, things, staff: [coordinator, county.supervisor, await county.person('CASEWORKER')] };
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

/** What was refused; parts of an answer that belong to services of other worlds are only missing. */
const refusalsIn = ({ errors }: GraphQLAnswer<unknown>): object[] => errors.filter((error) => error.extensions?.code !== 'SUBGRAPH_UNAVAILABLE');

describe('the tenant matrix', () => {
  it('has a row for every query that takes an id, and no other', () => {
    expect(Object.keys(matrix).sort()).toEqual(queries.filter(ofThisWorld).map(({ name }) => name).sort());
  });

  it.each(queries.filter(ofThisWorld).map((field) => [field.name, field] as const))('answers %s for the own county, and as if it were nowhere for the id that another county has', async (name, field) => {
    const [ask, document] = [matrix[name]!, documentFor('query', field)];
    for (const { staff, things } of [king, pierce]) expect(refusalsIn(await staff[0]!.ask(document, ask(things)))).toEqual([]);
    for (const actor of king.staff) {
      const [theirs, nowhere] = [await actor.ask<Record<string, unknown>>(document, ask(pierce.things)), await actor.ask(document, ask(nobodys))];
      expect(theirs).toEqual(nowhere);
      if (knowNothing.has(name)) continue;
      expect(theirs.data?.[name] ?? null).toBeNull();
      expect(theirs.errors[0]?.extensions?.code).toMatch(actor === king.staff[0] ? /^NOT_FOUND$/ : /^(NOT_FOUND|FORBIDDEN)$/);
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
      for (let from = 0; from < calls.length; from += 12)
        await Promise.all(
          calls.slice(from, from + 12).map(async ({ field, actor }) => {
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
