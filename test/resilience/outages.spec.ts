import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AccessChangedV1 } from '@fc/contracts';
import { asAdministrator } from '@fc/countyctl';
import { newId } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { identitySchema } from '@fc/identity/schema';
import { matching } from '@fc/matching';
import { eventually, openConnection, placeFamily, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { World } from '@fc/testing/world';
import { TestPartner } from '../isolation/test-partner.ts';
import { outboxRow } from './outbox-row.ts';
import { Replica } from './replica.ts';
import { published } from './stream.ts';

let world: World;
let king: TestCounty;
let coordinator: Actor;
let families: TestFamily[];

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, matching], ownNats: true });
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  families = [await placeFamily(king, 'Noor'), await placeFamily(king, 'Ayaan'), await placeFamily(king, 'Hodan')];
}, 120_000);
afterAll(() => world?.stop());

const needsOf = (connectionId: string): Promise<object[]> => king.rows('select 1 from matching.mentor_need where connection_id = $1', [connectionId]);
const timesSaid = async (connectionId: string): Promise<number> => (await published(king)).filter(({ type, subject }) => type === 'identity.connection-opened.v1' && subject === connectionId).length;
const waiting = (): Promise<object[]> => king.rows('select 1 from identity.outbox_event');

describe('while NATS does not answer', () => {
  it('a mutation succeeds all the same, and what follows from it comes once, later', async () => {
    await world.ownNats.pause();
    let id: string;
    try {
      id = await openConnection(king, families[0]!);
      expect(await waiting()).not.toEqual([]);
      expect(await needsOf(id)).toEqual([]);
    } finally {
      world.ownNats.resume();
    }
    await eventually(async () => expect(await needsOf(id)).toHaveLength(2));
    await eventually(async () => expect(await waiting()).toEqual([]));
    expect(await timesSaid(id)).toBe(1);
  });

  it('no event is lost that commits behind a later one, which is just being published', async () => {
    const replica = await Replica.of(world, identitySchema);
    const [early, late, wake] = [newId<'Person'>(), newId<'Person'>(), newId<'Person'>()];
    const row = outboxRow(king, early);
    await replica.emit(king, AccessChangedV1, { personId: newId<'Person'>(), disabled: false }); // connected, before NATS stops answering
    await eventually(async () => expect(await waiting()).toEqual([]));
    try {
      await asAdministrator(world.platform, king.county.database.name, async (client) => {
        await client.query('begin');
        await client.query('insert into identity.outbox_event (event_id, subject, envelope) values ($1, $2, $3)', [row.event_id, row.subject, row.envelope]);
        await world.ownNats.pause();
        await replica.emit(king, AccessChangedV1, { personId: late, disabled: false });
        await sleep(300); // its relay has read the outbox and waits for NATS
        await client.query('commit');
      });
      world.ownNats.resume();
      await replica.emit(king, AccessChangedV1, { personId: wake, disabled: false });
      await eventually(async () => expect(await waiting()).toEqual([]));
      const said = (await published(king)).map(({ subject }) => subject);
      for (const person of [early, late, wake]) expect(said.filter((subject) => subject === person)).toHaveLength(1);
    } finally {
      world.ownNats.resume();
      await replica.close();
    }
  });
});

describe('while a service is down', () => {
  const query = 'query ($id: UUID!) { me { id } familyConnection(id: $id) { status mentorNeeds { mentorRole } } }';
  type Answer = { me: object; familyConnection: { status: string; mentorNeeds: object[] | null } };

  it('the other parts of a query are answered, with a code beside what is missing, and nothing is missed afterwards', async () => {
    const port = await world.stopSubgraph('matching');
    const id = await openConnection(king, families[1]!);
    const { data, errors } = await coordinator.ask<Answer>(query, { id });
    expect(data).toEqual({ me: { id: coordinator.personId }, familyConnection: { status: 'OPEN', mentorNeeds: null } });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'matching' } }]);

    await world.startSubgraph(matching, port);
    await eventually(async () => expect((await coordinator.get<Answer>(query, { id })).familyConnection.mentorNeeds).toHaveLength(2));
  });

  it('S83 a partner organisation is answered nothing for as long as identity, which knows whether its grant lasts, does not answer', async () => {
    const partner = await TestPartner.register(world, king, 'partner-amara');
    const [connection] = await king.rows<{ id: string }>('select id from identity.family_connection limit 1');
    await partner.grant(['CONNECTIONS'], [connection!.id]);
    const asked = '{ familyConnections { nodes { id } } }';
    const answered = { status: 200, errors: [], data: { familyConnections: { nodes: [connection] } } };
    await eventually(async () => expect(await partner.ask(asked)).toMatchObject(answered));
    const port = await world.stopSubgraph('identity');
    const refused = { status: 503, data: null, errors: [{ message: 'Your organisation’s grant cannot be looked up at the moment. Please try again in a minute.', extensions: { code: 'PARTNER_ACCESS_UNCERTAIN' } }] };
    await eventually(async () => expect(await partner.ask(asked)).toEqual(refused)); // for half a second it is believed what identity said last
    await world.startSubgraph(identity, port);
    await eventually(async () => expect(await partner.ask(asked)).toMatchObject(answered));
  });

  it('killed between a commit and the publishing of its event, it says it once when it is back, having restarted alone', async () => {
    const port = await world.stopSubgraph('identity');
    const before = await world.startProcess('identity', port);
    await coordinator.get('{ me { id } }');
    await world.ownNats.pause();
    let id: string;
    try {
      id = await openConnection(king, families[2]!);
      await before.kill();
      expect(await waiting()).not.toEqual([]);
    } finally {
      world.ownNats.resume();
    }
    const meanwhile = await coordinator.ask<{ openMentorNeeds: { nodes: object[] }; me: null }>('{ openMentorNeeds { nodes { id } } }');
    expect(meanwhile).toMatchObject({ errors: [], data: { openMentorNeeds: { nodes: expect.any(Array) } } });

    await world.startProcess('identity', port);
    await eventually(async () => expect(await waiting()).toEqual([]));
    await eventually(async () => expect(await needsOf(id)).toHaveLength(2));
    expect(await timesSaid(id)).toBe(1);
    expect((await coordinator.get<Answer>(query, { id })).familyConnection).toMatchObject({ status: 'OPEN', mentorNeeds: [{}, {}] });
  }, 90_000);
});
