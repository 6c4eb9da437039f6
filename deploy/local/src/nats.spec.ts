import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AckPolicy, jetstream, jetstreamManager } from '@nats-io/jetstream';
import { createUser } from '@nats-io/nkeys';
import { connect, nkeyAuthenticator, PermissionViolationError, type NatsConnection } from '@nats-io/transport-node';
import { natsPermissions } from './nats-permissions.ts';
import { startNats, type LocalNats } from './nats.ts';

const keys = new Map(['admin', 'identity', 'matching', 'family-time', 'gateway'].map((name) => [name, createUser()]));
const users = [...keys].map(([name, key]) => ({ name, nkey: key.getPublicKey(), ...natsPermissions(name) }));
const stream = 'COUNTY_KING';

describe('the local NATS', () => {
  let nats: LocalNats;
  const connections: NatsConnection[] = [];

  const refusals = new WeakMap<NatsConnection, string[]>();

  async function connectAs(name: string): Promise<NatsConnection> {
    const connection = await connect({
      servers: nats.url,
      authenticator: nkeyAuthenticator(keys.get(name)?.getSeed()),
      ...(name !== 'admin' && { inboxPrefix: `_INBOX_${name}` }),
      reconnect: false,
    });
    connections.push(connection);
    refusals.set(connection, []);
    void recordRefusals(connection);
    return connection;
  }

  async function recordRefusals(connection: NatsConnection): Promise<void> {
    for await (const status of connection.status())
      if (status.type === 'error' && status.error instanceof PermissionViolationError) refusals.get(connection)?.push(status.error.subject);
  }

  /** The subjects that the server refuses because of `work`, which may fail for it. */
  async function refusedBy(connection: NatsConnection, work: () => unknown): Promise<string[]> {
    await Promise.resolve(work()).catch(() => undefined);
    await connection.flush(); // the server answers in order
    await setImmediate(); // and the recorder has read it
    return refusals.get(connection)?.splice(0) ?? [];
  }

  beforeAll(async () => {
    nats = await startNats({ users });
    const manager = await jetstreamManager(await connectAs('admin'));
    await manager.streams.add({ name: stream, subjects: ['county.king.>'] });
  });
  afterAll(async () => {
    await Promise.all(connections.map((connection) => connection.close()));
    await nats.stop();
  });

  it('lets nobody in without a key, or with an unknown one', async () => {
    await expect(connect({ servers: nats.url, reconnect: false })).rejects.toThrow(/authorization/i);
    await expect(connect({ servers: nats.url, reconnect: false, authenticator: nkeyAuthenticator(createUser().getSeed()) })).rejects.toThrow(/authorization/i);
  });

  it('lets a service publish its own events and nobody else’s', async () => {
    const matching = await connectAs('matching');
    const acknowledgement = await jetstream(matching).publish('county.king.matching.match-proposed.v1', '{}');
    expect(acknowledgement.stream).toBe(stream);
    expect(await refusedBy(matching, () => matching.publish('county.king.identity.account-linked.v1', '{}'))).toEqual(['county.king.identity.account-linked.v1']);
  });

  it('lets a service read and acknowledge its own durable, and neither make one nor touch another’s', async () => {
    const operator = await jetstreamManager(await connectAs('admin'));
    for (const service of ['matching', 'family-time']) {
      await operator.consumers.add(stream, { durable_name: service, filter_subject: 'county.king.>', ack_policy: AckPolicy.Explicit });
      const consumer = await jetstream(await connectAs(service)).consumers.get(stream, service);
      const message = await consumer.next({ expires: 1_000 });
      expect(message?.subject).toBe('county.king.matching.match-proposed.v1');
      expect(await message?.ackAck()).toBe(true);
    }

    const matching = await connectAs('matching');
    const js = '$JS.API.CONSUMER';
    const request = (subject: string, body = '') => () => matching.request(subject, body, { timeout: 300 });
    const durable = JSON.stringify({ stream_name: stream, config: { durable_name: 'identity', name: 'identity', ack_policy: 'explicit' } });
    for (const subject of [
      `${js}.DURABLE.CREATE.${stream}.matching`,
      `${js}.CREATE.${stream}.matching.county.king.>`,
      `${js}.DURABLE.CREATE.${stream}.identity`,
      `${js}.CREATE.${stream}.identity`,
      `${js}.CREATE.${stream}.identity.county.king.>`,
      `${js}.CREATE.${stream}`,
      `${js}.MSG.NEXT.${stream}.family-time`,
      `${js}.DELETE.${stream}.family-time`,
      `${js}.DELETE.${stream}.matching`,
      `$JS.ACK.${stream}.family-time.1.1.1.1.0`,
    ])
      expect(await refusedBy(matching, request(subject, durable))).toEqual([subject]);
  });

  it('lets the operator alone change a stream', async () => {
    const matching = await connectAs('matching');
    for (const action of ['PURGE', 'DELETE', 'UPDATE', 'SNAPSHOT', 'MSG.DELETE', 'MSG.GET']) {
      const subject = `$JS.API.STREAM.${action}.${stream}`;
      expect(await refusedBy(matching, () => matching.request(subject, '', { timeout: 300 }))).toEqual([subject]);
    }
    const manager = await jetstreamManager(await connectAs('admin'));
    expect((await manager.streams.purge(stream)).success).toBe(true);
  });

  it('lets a service hear its own inbox alone', async () => {
    const matching = await connectAs('matching');
    for (const subject of ['_INBOX_family-time.>', '_INBOX.>', 'county.king.identity.>', '>'])
      expect(await refusedBy(matching, () => matching.subscribe(subject, { callback: () => {} }))).toEqual([subject]);
    expect(await refusedBy(matching, () => matching.subscribe('_INBOX_matching.>', { callback: () => {} }))).toEqual([]);
  });

  it('lets the gateway hear the events of all counties and publish nothing', async () => {
    const gateway = await connectAs('gateway');
    expect(await refusedBy(gateway, () => gateway.subscribe('county.>', { callback: () => {} }))).toEqual([]);
    expect(await refusedBy(gateway, () => gateway.publish('county.king.identity.account-linked.v1'))).toEqual(['county.king.identity.account-linked.v1']);
  });

  it('answers nothing while it is paused and goes on afterwards', async () => {
    const matching = await connectAs('matching');
    const publish = (timeout: number): Promise<unknown> => jetstream(matching).publish('county.king.matching.match-ended.v1', '{}', { timeout });
    await nats.pause();
    await expect(publish(200)).rejects.toThrow();
    nats.resume();
    await expect(publish(10_000)).resolves.toBeDefined();
  });

  it('keeps streams in the store directory across a restart', async () => {
    const storeDir = mkdtempSync(join(tmpdir(), 'fc-nats-spec-'));
    const operator = { authenticator: nkeyAuthenticator(keys.get('admin')?.getSeed()), reconnect: false };
    try {
      for (const messages of [1, 2]) {
        const server = await startNats({ storeDir, users });
        const connection = await connect({ servers: server.url, ...operator });
        if (messages === 1) await (await jetstreamManager(connection)).streams.add({ name: stream, subjects: ['county.king.>'] });
        await jetstream(connection).publish('county.king.matching.match-ended.v1', '{}');
        expect((await (await jetstreamManager(connection)).streams.info(stream)).state.messages).toBe(messages);
        await connection.close();
        await server.stop();
      }
    } finally {
      rmSync(storeDir, { recursive: true, force: true });
    }
  });

  it('names the port that another program has taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      await expect(startNats({ port, users })).rejects.toMatchObject({ code: 'PORT_TAKEN', message: expect.stringContaining(`port ${port}`) });
    } finally {
      other.close();
    }
  });
});
