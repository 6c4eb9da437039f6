import type { SecretProvider } from '@fc/runtime';
import { jetstream, jetstreamManager, type JetStreamClient, type JetStreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { nkeyAuthenticator } from './nkey.ts';

export interface BrokerOptions {
  readonly url: string;
  /** The service's name: its nkey decides what it may publish and consume. */
  readonly service: string;
  readonly secrets: SecretProvider;
}

/** Where the secret provider keeps a service's nkey seed. */
export const nkeySecret = (service: string): string => `nats/${service}.seed`;

/** This process's one connection to NATS, made on first use and kept for as long as the process lives. */
export class Broker {
  readonly service: string;
  readonly #options: BrokerOptions;
  #connection: Promise<NatsConnection> | undefined;

  constructor(options: BrokerOptions) {
    this.service = options.service;
    this.#options = options;
  }

  /** Waits for NATS as long as it takes; later it reconnects by itself, for ever. */
  connection(): Promise<NatsConnection> {
    const { url, service, secrets } = this.#options;
    this.#connection ??= connect({
      servers: url,
      name: service,
      authenticator: nkeyAuthenticator(secrets.read(nkeySecret(service))),
      inboxPrefix: `_INBOX_${service}`,
      // A greeting that the client has missed is not said again: better to knock anew soon than to wait for it.
      timeout: 3_000,
      waitOnFirstConnect: true,
      maxReconnectAttempts: -1,
      reconnectTimeWait: 250,
    });
    return this.#connection;
  }

  async jetstream(): Promise<JetStreamClient> {
    return jetstream(await this.connection(), { timeout: 5_000 });
  }

  async manager(): Promise<JetStreamManager> {
    return jetstreamManager(await this.connection(), { checkAPI: false });
  }

  async close(): Promise<void> {
    const connection = await this.#connection;
    await connection?.drain().catch(() => connection.close());
  }
}
