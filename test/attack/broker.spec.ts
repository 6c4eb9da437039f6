import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectionOpenedV1, MatchAcceptedV1, MayBeInContact, RoleGrantedV1 } from '@fc/contracts';
import { newId } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { nkeyAuthenticator, questionSubject, streamName, subjectOf } from '@fc/messaging';
import { eventually, infrastructure, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { fingerprint, settledFingerprint } from '../isolation/fingerprint.ts';
import { openConnection } from '../journeys/open-connection.ts';

let world: World;
let king: TestCounty;
/** What whoever has stolen matching's key can do. */
let thief: NatsConnection;
/** What the server refused to the thief. */
const refusals: string[] = [];

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, matching] });
  king = world.county('king');
  const { url, seeds } = infrastructure().nats;
  thief = await connect({ servers: url, authenticator: nkeyAuthenticator(seeds['matching']!), inboxPrefix: '_INBOX_matching', reconnect: false });
  void listen();
}, 120_000);
afterAll(async () => {
  await thief?.close();
  await world?.stop();
});

async function listen(): Promise<void> {
  for await (const status of thief.status()) if (status.type === 'error') refusals.push(status.error.message);
}

const stream = (): string => streamName(king.county.slug);
const subject = (type: string): string => subjectOf(king.county.slug, type);
/** Waits until the server has spoken of that subject. */
const refused = (of: string): Promise<unknown> => eventually(async () => expect(refusals.some((message) => message.includes(of))).toBe(true));
const last = async (type: string): Promise<number> => {
  const manager = await jetstreamManager(await king.nats());
  return manager.streams.getMessage(stream(), { last_by_subj: subject(type) }).then((message) => message?.seq ?? 0, () => 0);
};

describe("with one service's key, NATS itself", () => {
  it('takes what that service may say, and refuses to hear what another one would say', async () => {
    const [mine, before] = [subject(MatchAcceptedV1.type), await last(MatchAcceptedV1.type)];
    thief.publish(mine, '{}');
    await eventually(async () => expect(await last(MatchAcceptedV1.type)).toBeGreaterThan(before));
    for (const type of [RoleGrantedV1.type, ConnectionOpenedV1.type]) {
      const known = await last(type);
      thief.publish(subject(type), JSON.stringify({ forged: true }));
      await refused(subject(type));
      expect(await last(type)).toBe(known);
    }
  });

  it.each([
    ["another service's messages", () => `$JS.API.CONSUMER.MSG.NEXT.${stream()}.identity`],
    ["another service's durable", () => `$JS.API.CONSUMER.DELETE.${stream()}.identity`],
    ['its own durable, made anew from the beginning', () => `$JS.API.CONSUMER.DELETE.${stream()}.matching`],
    ['a consumer that it makes for itself', () => `$JS.API.CONSUMER.CREATE.${stream()}`],
    ['a durable that it makes for itself', () => `$JS.API.CONSUMER.DURABLE.CREATE.${stream()}.spy`],
    ['a message by its number', () => `$JS.API.STREAM.MSG.GET.${stream()}`],
    ['the message of a subject directly', () => `$JS.API.DIRECT.GET.${stream()}`],
    ['the removal of a message', () => `$JS.API.STREAM.MSG.DELETE.${stream()}`],
    ['the emptying of the stream', () => `$JS.API.STREAM.PURGE.${stream()}`],
    ['the removal of the stream', () => `$JS.API.STREAM.DELETE.${stream()}`],
    ['other settings of the stream', () => `$JS.API.STREAM.UPDATE.${stream()}`],
    ['a copy of the stream', () => '$JS.API.STREAM.CREATE.COPY'],
    ['the list of all streams', () => '$JS.API.STREAM.NAMES'],
    ["another service's acknowledgements", () => `$JS.ACK.${stream()}.identity.1.1.1.1.1`],
    ['the server’s own commands', () => '$SYS.REQ.SERVER.PING'],
    ["a question in another service's name", () => questionSubject(king.county.slug, MayBeInContact, 'meetings')],
  ])('gives nobody %s', async (_, api) => {
    thief.publish(api(), '{}', { reply: '_INBOX_matching.thief' });
    await refused(api());
  });

  it.each(['county.>', '_INBOX_identity.>', '_INBOX.>', 'ask.>', 'ask.*.identity.>', '>'])('lets nobody listen on %s', async (wildcard) => {
    const heard: string[] = [];
    thief.subscribe(wildcard, { callback: (error, message) => void (error ? refusals.push(error.message) : heard.push(message.subject)) });
    await refused(wildcard);
    await king.say(ConnectionOpenedV1, {
      connectionId: newId<'FamilyConnection'>(),
      parentId: newId<'Person'>(),
      householdId: newId<'CaregiverHousehold'>(),
      caregiverIds: [newId<'Person'>()],
      children: [{ childId: newId<'Child'>(), placementId: newId<'Placement'>() }],
      openedAt: new Date().toISOString(),
    });
    await sleep(100);
    expect(heard).toEqual([]);
  });

  it('answers it a yes or a no for its own county’s people, and nothing of a county that is not there', async () => {
    const pair = [newId<'Person'>(), newId<'Person'>()];
    const ask = async (county: string, body: object): Promise<unknown> =>
      (await thief.request(questionSubject(county, MayBeInContact, 'matching'), JSON.stringify({ actor: null, correlationId: 'x', ...body }), { timeout: 2_000 })).json();
    const question = { channel: 'CALL', at: new Date().toISOString(), between: [pair[0]], and: [pair[1]], alsoPresent: [] };
    expect(await ask(king.county.slug, { question })).toEqual({ answer: { possible: false } });
    await expect(ask('elsewhere', { question })).rejects.toThrow(/no responders/);
    expect(await ask(king.county.slug, { question: { ...question, channel: "CALL' or true" } })).toEqual({});
  });

  it('has kept the stream and its consumers as they were', async () => {
    const manager = await jetstreamManager(await king.nats());
    const { state, config } = await manager.streams.info(stream());
    expect(state.messages).toBeGreaterThan(0);
    expect(config).toMatchObject({ deny_delete: true, deny_purge: true });
    const durables: string[] = [];
    for await (const { name } of manager.consumers.list(stream())) durables.push(name);
    expect(durables.sort()).toEqual(['identity', 'matching']);
    await expect(manager.streams.purge(stream())).rejects.toThrow(/purge not permitted/);
  });
});

describe('an old stream that is said again, as after a restore', () => {
  it('has no effect a second time, event by event', async () => {
    await openConnection(king, 'Replayed');
    const connection = await king.nats();
    const unread = async (): Promise<number> => (await king.rows(`select 1 from identity.parked_event where consumer = 'none' union all select 1 from matching.parked_event where consumer = 'none'`)).length;
    const known = await unread();
    connection.publish(subject(MatchAcceptedV1.type), '{}'); // what nobody can read is put away by both, and comes no more
    await eventually(async () => expect(await unread()).toBeGreaterThanOrEqual(known + 2));
    const before = await settledFingerprint(king);
    const manager = await jetstreamManager(connection);
    const { state } = await manager.streams.info(stream());
    let said = 0;
    for (let seq = state.first_seq; seq <= state.last_seq; seq += 1) {
      const message = await manager.streams.getMessage(stream(), { seq }).catch(() => null);
      if (!message || message.string() === '{}') continue;
      connection.publish(message.subject, message.data);
      said += 1;
    }
    expect(said).toBeGreaterThan(10);
    await eventually(async () => {
      for (const durable of ['identity', 'matching']) {
        const { num_pending, num_ack_pending } = await manager.consumers.info(stream(), durable);
        expect({ durable, num_pending, num_ack_pending }).toEqual({ durable, num_pending: 0, num_ack_pending: 0 });
      }
    });
    expect(await fingerprint(king)).toEqual(before);
  });
});
