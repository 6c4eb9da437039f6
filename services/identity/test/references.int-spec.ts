import { readFileSync } from 'node:fs';
import { newId } from '@fc/domain-kernel';
import { placeFamily, openConnection, SharedWorld, type Actor, type GraphQLAnswer, type TestCounty, type TestFamily } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const sdl = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');
/** The kinds of record that identity says it answers by their id alone. */
const answered = [...sdl.matchAll(/^type (\w+)\n {2}@key\(fields: "id"\)/gm)].map(([, type]) => type!);

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let family: TestFamily;
let ids: Record<string, string>;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  family = await placeFamily(king, 'Noor');
  ids = { Person: family.parent.personId, Child: family.childIds[0]!, CaregiverHousehold: family.householdId, FamilyConnection: await openConnection(king, family) };
  const [placement] = await king.rows<{ id: string }>('select id from identity.placement where child_id = $1', [family.childIds[0]]);
  const [episode] = await king.rows<{ id: string }>('select id from identity.foster_care_episode where child_id = $1', [family.childIds[0]]);
  Object.assign(ids, { Placement: placement?.id, FosterCareEpisode: episode?.id });
}, 120_000);
afterAll(() => world?.stop());

/** As the gateway asks identity, with its signature. */
const refer = (actor: Actor, __typename: string, id: string): Promise<GraphQLAnswer<{ _entities: unknown[] }>> =>
  world.askDirectly('identity', actor, `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${__typename} { id } } }`, { representations: [{ __typename, id }] });

describe('what identity answers by its id', () => {
  it.each(answered)('is looked up and guarded like its query, and nothing is made of an id alone: %s', async (type) => {
    const id = ids[type]!;
    expect((await refer(coordinator, type, id)).data).toEqual({ _entities: [{ id }] });
    const stranger = await king.person('PARENT', 'Stranger');
    for (const refused of [await refer(stranger, type, id), await refer(coordinator, type, newId().replace(/^.{13}/, '01900000-0000'))]) {
      expect(refused.data?._entities?.[0] ?? null).toBeNull();
      expect(refused.errors[0]?.extensions?.code).toBe('NOT_FOUND');
    }
  });
});
