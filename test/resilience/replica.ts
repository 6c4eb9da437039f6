import type { EventContract, EventData, EventOf } from '@fc/contracts';
import { newId } from '@fc/domain-kernel';
import { Broker, Inbox, JetStreamStrategy, Outbox, OutboxRelay, ParkedEvents, type RetryPolicy } from '@fc/messaging';
import { createLogger } from '@fc/runtime';
import { CountyDb, CountyOrms, runInCounty, type ServiceSchema, type Transaction } from '@fc/tenancy';
import { Registry } from '@fc/tenancy/registry';
import type { TestCounty } from '@fc/testing';
import type { World } from '@fc/testing/world';

/** One more copy of a service as far as events go: what it says leaves by a relay of its own, and what it hears a test decides on. */
export class Replica {
  readonly relay: OutboxRelay;
  readonly #db: CountyDb;
  readonly #stops: readonly (() => Promise<unknown>)[];
  readonly #strategy: JetStreamStrategy;

  private constructor(world: World, schema: ServiceSchema, registry: Registry, retry: RetryPolicy | undefined) {
    const { secrets, natsUrl, logLevel } = world.config;
    const { service } = schema;
    const [orms, outbox, inbox] = [new CountyOrms(schema, secrets), new Outbox(), new Inbox()];
    const [broker, logger] = [new Broker({ url: natsUrl, service, secrets }), createLogger(service, logLevel)];
    this.#db = new CountyDb(orms, [inbox, outbox]);
    this.relay = new OutboxRelay(orms, registry, broker, outbox, logger);
    this.#strategy = new JetStreamStrategy({ broker, registry, inbox, parked: new ParkedEvents(orms, retry), logger });
    this.#stops = [() => this.#strategy.close(), () => this.relay.stop(), () => orms.close(), () => broker.close(), () => registry.close()];
  }

  static async of(world: World, schema: ServiceSchema, retry?: RetryPolicy): Promise<Replica> {
    const { registryFile: file, registryPublicKey: publicKey } = world.config;
    return new Replica(world, schema, await Registry.open({ file, lastGoodFile: `${file}.${newId()}`, publicKey }), retry);
  }

  /** One unit of work on the county's data, as a use case does it. */
  async transact<Result>({ county }: TestCounty, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const actor = { person: null, kind: 'system:test', roles: [] };
    return runInCounty({ county, actor, action: 'test', correlationId: newId() }, () => this.#db.transact(work));
  }

  /** Says that this has happened, in a transaction of its own. */
  emit<Contract extends EventContract>(county: TestCounty, contract: Contract, data: EventData<Contract>): Promise<void> {
    return this.transact(county, async (tx) => tx.emit(contract, data));
  }

  /** Listens to one kind of event; `effect` belongs to the transaction in which the event is taken. */
  listen<Contract extends EventContract>(contract: Contract, effect: (event: EventOf<Contract>, tx: Transaction) => Promise<void>): void {
    const handle = (event: EventOf<Contract>): Promise<void> => this.#db.transact((tx) => effect(event, tx));
    this.#strategy.addHandler(contract.type, handle, true, { consumer: 'Witness' });
    this.#strategy.listen(() => undefined);
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) await stop();
  }
}
