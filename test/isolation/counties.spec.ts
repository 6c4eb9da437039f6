import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectionClosedV1, ConnectionOpenedV1 } from '@fc/contracts';
import { newId, type CountySlug, type Id } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { matchingSchema } from '@fc/matching/schema';
import { createLogger } from '@fc/runtime';
import { countyContext, CountyDb, CountyJobs, CountyOrms, databaseName, runInCounty, type CountyContext } from '@fc/tenancy';
import { Registry } from '@fc/tenancy/registry';
import { deep, eventually, type Actor, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { everyService, serviceNames } from '../attack/every-service.ts';
import { additions, canaries, emailOf, questions, rewrites, type SameRecords } from './county-canaries.ts';
import { fingerprint, settledFingerprint } from './fingerprint.ts';
import { sameRecordsIn } from './same-records.ts';

let world: World;
let king: TestCounty;
let pierce: TestCounty;
let coordinators: { readonly king: Actor; readonly pierce: Actor };
let family: SameRecords;

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: everyService });
  [king, pierce] = [world.county('king'), world.county('pierce')];
  family = await sameRecordsIn(king, pierce);
  coordinators = { king: await king.person('COORDINATOR'), pierce: await pierce.person('COORDINATOR') };
}, 120_000);
afterAll(() => world?.stop());

const wholeConnection = `query ($id: UUID!) {
  familyConnection(id: $id) { parent { familyName } household { caregivers { familyName } } children { familyName } mentorNeeds { mentorRole } }
}`;
const both = ['king', 'pierce'] as const;

describe('two counties that hold the very same ids', () => {
  it.each(both)('answer a whole family connection out of their own database each: %s', async (county) => {
    const { familyName, needs } = canaries[county];
    const { familyConnection } = await coordinators[county].get<{ familyConnection: Record<string, unknown> }>(wholeConnection, { id: family.connectionId });
    expect(familyConnection).toMatchObject({ parent: { familyName }, household: { caregivers: [{ familyName }] }, children: [{ familyName }] });
    expect(familyConnection['mentorNeeds']).toHaveLength(needs);
  });

  it.each(both)('list their own people, connections and needs: %s', async (county) => {
    const { familyName, needs } = canaries[county];
    type Lists = { people: { nodes: { familyName: string }[] }; familyConnections: { nodes: { parent: { familyName: string } }[] }; openMentorNeeds: { nodes: object[] } };
    const lists = await coordinators[county].get<Lists>('{ people { nodes { familyName } } familyConnections { nodes { parent { familyName } } } openMentorNeeds { nodes { id } } }');
    const other = county === 'king' ? 'Pierce' : 'King';
    expect(lists.people.nodes).toContainEqual({ familyName });
    expect(lists.people.nodes).not.toContainEqual({ familyName: other });
    expect(lists.familyConnections.nodes).toEqual([{ parent: { familyName } }]);
    expect(lists.openMentorNeeds.nodes).toHaveLength(needs);
  });

  it.each(both)('resolve references out of their own database each, asked as the gateway asks: %s', async (county) => {
    const { familyName, needs } = canaries[county];
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Person { familyName } ... on Child { familyName } ... on FamilyConnection { parent { familyName } } } }`;
    const representations = [
      { __typename: 'Person', id: family.parent.personId },
      { __typename: 'Child', id: family.childIds[0] },
      { __typename: 'FamilyConnection', id: family.connectionId },
    ];
    const fromIdentity = await world.askDirectly<{ _entities: object[] }>('identity', coordinators[county], query, { representations });
    expect(fromIdentity.data?._entities).toEqual([{ familyName }, { familyName }, { parent: { familyName } }]);
    const needsQuery = 'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on FamilyConnection { mentorNeeds { id } } } }';
    const fromMatching = await world.askDirectly<{ _entities: { mentorNeeds: object[] }[] }>('matching', coordinators[county], needsQuery, { representations: representations.slice(2) });
    expect(fromMatching.data?._entities[0]?.mentorNeeds).toHaveLength(needs);
  });
});

/** Each question as that county's coordinator asks it, with the answer that is right there. */
const asks = (county: (typeof both)[number]): { readonly ask: () => Promise<object>; readonly expected: string }[] =>
  questions.map(({ fields, answers }) => ({
    ask: () => coordinators[county].get<object>(`{ me { id } person(id: "${family.parent.personId}") { familyName } ${fields.replace('$connectionId', `"${family.connectionId}"`)} }`),
    expected: JSON.stringify({ me: { id: coordinators[county].personId }, person: { familyName: canaries[county].familyName }, ...answers(canaries[county]) }),
  }));

describe('requests of two counties at the same time', () => {
  it('never mix, 200 of them in flight: every service is asked, each answer names its own county, and every service also writes in both meanwhile', async () => {
    const asked = { king: asks('king'), pierce: asks('pierce') };
    const writes = both.flatMap((county) => rewrites({ coordinator: coordinators[county], supervisor: world.county(county).supervisor }, family, canaries[county]));
    for (let turns = 0; turns < deep(200, 50_000); turns += 200) {
      const answers = await Promise.all(
        Array.from({ length: 200 }, async (_, turn) => {
          const county = both[turn % 2]!;
          const { ask, expected } = asked[county][Math.floor(turn / 2) % questions.length]!;
          const [answer] = await Promise.all([ask(), writes[turn / 10]?.()]); // the writes stand among the questions
          return { county, answer, isItsOwn: JSON.stringify(answer) === expected };
        }),
      );
      expect(answers.filter(({ isItsOwn }) => !isItsOwn)).toEqual([]);
    }
  }, deep(30_000, 3_600_000));

  it('never share what is loaded at once: references of both counties, 100 things each, side by side at every service', async () => {
    const representations = Array.from({ length: 100 }, () => ({ __typename: 'FamilyConnection', id: family.connectionId }));
    for (let asked = 0; asked < deep(20, 2_000); asked += 20) {
      const references = Array.from({ length: 20 }, (_, turn) => ({ county: both[turn % 2]!, addition: additions[Math.floor(turn / 2) % additions.length]! }));
      const answers = await Promise.all(
        references.map(async ({ county, addition: { service, fields } }) => {
          const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on FamilyConnection { ${fields} } } }`;
          const { data } = await world.askDirectly<{ _entities: object[] }>(service, coordinators[county], query, { representations });
          return new Set(data?._entities.map((entity) => JSON.stringify(entity)));
        }),
      );
      for (const [turn, { county, addition }] of references.entries()) expect([...answers[turn]!].map((answer) => JSON.parse(answer) as object)).toEqual([addition.answers(canaries[county])]);
    }
  }, deep(30_000, 3_600_000));
});

describe('a change of one of them', () => {
  it('writes nothing in the other', async () => {
    const before = await settledFingerprint(pierce);
    const startedAt = { at: new Date(Date.now() - 3_600_000).toISOString() };
    await coordinators.king.do('mutation ($input: PlaceChildrenInput!) { placeChildren(input: $input) { id } }', { childIds: family.childIds, type: 'GROUP_HOME', startedAt });
    await eventually(async () => expect(await king.rows('select 1 from matching.access_party where closed_at is not null')).toHaveLength(2));
    expect(await fingerprint(pierce)).toEqual(before);
  });

  it('writes nothing in the other when it comes as an event', async () => {
    const { connectionId } = family;
    const open = 'select 1 from matching.access_party where connection_id = $1 and closed_at is null';
    const before = await settledFingerprint(king);
    expect(await pierce.rows(open, [connectionId])).toHaveLength(2);
    await pierce.say(ConnectionClosedV1, { connectionId: connectionId as Id<'FamilyConnection'>, closedAt: new Date().toISOString() });
    await eventually(async () => expect(await pierce.rows(open, [connectionId])).toHaveLength(0));
    expect(await fingerprint(king)).toEqual(before);
  });
});

describe('events of two counties at the same time', () => {
  it('never mix in interleaved events, which every service takes, about connections with the same ids', async () => {
    const connections = Array.from({ length: deep(100, 5_000) }, () => newId<'FamilyConnection'>());
    const peopleOf = (): Id<'Person'>[] => connections.map(() => newId<'Person'>());
    const parents = { king: peopleOf(), pierce: peopleOf() };
    const opened = (connectionId: Id<'FamilyConnection'>, parentId: Id<'Person'>) => ({
      connectionId,
      parentId,
      householdId: newId<'CaregiverHousehold'>(),
      caregiverIds: [newId<'Person'>()],
      children: [{ childId: newId<'Child'>(), placementId: newId<'Placement'>() }],
      openedAt: new Date().toISOString(),
    });
    await Promise.all(connections.flatMap((id, turn) => both.map((county) => world.county(county).say(ConnectionOpenedV1, opened(id, parents[county][turn]!)))));
    const heard = (service: string): string => `select person_id from ${service.replaceAll('-', '_')}.access_party where connection_id = any ($1::uuid[]) and role = 'PARENT'`;
    for (const county of both)
      for (const query of [...serviceNames.map(heard), `select participant_id as person_id from matching.mentor_need where connection_id = any ($1::uuid[]) and mentor_role = 'PARENT_ALLY'`]) {
        const known = await eventually(
          async () => {
            const rows = await world.county(county).rows<{ person_id: string }>(query, [connections]);
            expect(rows).toHaveLength(connections.length);
            return rows;
          },
          { within: deep(20_000, 600_000) },
        );
        expect(new Set(known.map((row) => row.person_id))).toEqual(new Set(parents[county]));
      }
  }, deep(40_000, 1_200_000));
});

describe('what one process does and keeps for two counties', () => {
  it('never mixes opened keys: the same person’s details in both, read side by side', async () => {
    const personId = family.parent.personId;
    const query = 'query ($id: UUID!) { person(id: $id) { contactDetails { email } } }';
    for (let asked = 0; asked < deep(100, 10_000); asked += 100) {
      const answers = await Promise.all(Array.from({ length: 100 }, (_, turn) => coordinators[both[turn % 2]!].ask(query, { id: personId })));
      for (const [turn, { data, errors }] of answers.entries()) expect({ data, errors }).toEqual({ data: { person: { contactDetails: { email: emailOf(canaries[both[turn % 2]!]) } } }, errors: [] });
    }
    await world.startSubgraph(identity, await world.stopSubgraph('identity')); // has opened no key yet, and opens the other county's first: what was sealed with the wrong one is found out
    for (const county of both.toReversed()) expect(await coordinators[county].get(query, { id: personId })).toEqual({ person: { contactDetails: { email: emailOf(canaries[county]) } } });
  }, deep(30_000, 3_600_000));

  it('never mixes jobs: every round has the county, and the database, for which it was begun', async () => {
    const { registryFile: file, registryPublicKey: publicKey, secrets } = world.config;
    const registry = await Registry.open({ file, lastGoodFile: `${file}.${newId()}`, publicKey });
    const orms = new CountyOrms(matchingSchema, secrets);
    const db = new CountyDb(orms, []);
    const jobs = new CountyJobs({ service: 'matching', registry, logger: createLogger('matching', 'error'), isInUse: () => true });
    const rounds: { readonly named: readonly string[]; readonly databases: readonly string[] }[] = [];
    const where = 'select current_database() as name';
    const round = async (): Promise<void> => {
      const before = countyContext().county;
      const read = await db.read((reader) => reader.sql<{ name: string }>(where));
      await sleep(1); // the other county's rounds go on meanwhile
      const written = await db.transact((tx) => tx.sql<{ name: string }>(where));
      rounds.push({ named: [before.slug, countyContext().county.slug], databases: [...read, ...written].map(({ name }) => name) });
    };
    try {
      const kinds = [jobs.add('one', round), jobs.add('another', round)];
      for (let turn = 0; turn < deep(50, 5_000); turn += 1) {
        for (const kind of kinds) for (const county of both) kind.wake(world.county(county).county.slug);
        await sleep(2);
      }
      await jobs.stop();
    } finally {
      await orms.close();
      await registry.close();
    }
    for (const { named, databases } of rounds) expect({ named, databases }).toEqual({ named: [named[0], named[0]], databases: [databaseName(named[0] as CountySlug), databaseName(named[0] as CountySlug)] });
    for (const county of both) expect(rounds.filter(({ named }) => named[0] === world.county(county).county.slug).length).toBeGreaterThan(1);
  }, deep(30_000, 600_000));
});

describe('the database connection of one piece of work', () => {
  it("is its own county's, even inside the transaction of another county", async () => {
    const orms = new CountyOrms(matchingSchema, world.config.secrets);
    const db = new CountyDb(orms, []);
    const contextOf = ({ county }: TestCounty): CountyContext => ({ county, actor: { person: null, kind: 'system:test', roles: [] }, action: 'test', correlationId: newId() });
    const where = 'select current_database() as name';
    const here = (county: TestCounty): Promise<{ name: string }[]> => runInCounty(contextOf(county), () => db.read((reader) => reader.sql<{ name: string }>(where)));
    try {
      await here(pierce); // known before, as in a running service
      const [outer, inner] = await runInCounty(contextOf(king), () => db.transact(async (tx) => [await tx.sql<{ name: string }>(where), await here(pierce)] as const));
      expect(outer).toEqual([{ name: databaseName(king.county.slug) }]);
      expect(inner).toEqual([{ name: databaseName(pierce.county.slug) }]);
    } finally {
      await orms.close();
    }
  });
});

describe('PostgreSQL itself', () => {
  it.each(serviceNames)('lets the role of %s into its own county and into no other database', async (service) => {
    expect(await king.asService(service, 'select current_schema() as schema')).toEqual([{ schema: service.replaceAll('-', '_') }]);
    for (const database of [pierce.county.database.name, world.platform.stateDatabase])
      await expect(king.asService(service, 'select 1', database)).rejects.toThrow(`permission denied for database "${database}"`);
  });

  it("refuses one service's role the schema of another, and gives it its own", async () => {
    await expect(king.asService('matching', 'select 1 from identity.person')).rejects.toThrow('permission denied for schema identity');
    await expect(king.asService('identity', 'select 1 from matching.mentor_need')).rejects.toThrow('permission denied for schema matching');
    expect(await king.asService('matching', 'select count(*)::int as there from matching.mentor_need')).toEqual([{ there: expect.any(Number) }]);
  });

  it('lets no service take back what its audit trail says', async () => {
    await expect(king.asService('identity', 'delete from identity.audit_entry')).rejects.toThrow('audit entries are never changed');
  });
});
