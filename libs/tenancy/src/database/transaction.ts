import type { EventContract, EventData } from '@fc/contracts';
import { LockMode, type FilterQuery } from '@mikro-orm/postgresql';
import type { CountyContext } from '../county-context.ts';
import type { EntityType } from './entities.ts';
import { Reader } from './reader.ts';

/** An event that this transaction says has happened; it leaves when, and only when, the transaction commits. */
export interface EmittedEvent {
  readonly contract: EventContract;
  readonly data: Record<string, unknown>;
}

/** One unit of work on one county's data: its rows, its events and its audit entry commit together or not at all. */
export class Transaction extends Reader {
  readonly #emitted: EmittedEvent[] = [];

  /** Saves a new entity at commit. Changes to entities that were read here are saved without being asked. */
  add(...entities: object[]): void {
    for (const entity of entities) this.em.persist(entity);
  }

  /** Writes what has been added so far, so that a constraint speaks now and not at commit. */
  async flush(): Promise<void> {
    await this.em.flush();
  }

  /** The entity of that id, locked until commit. Throws `NOT_FOUND`. */
  async lock<Entity extends object>(type: EntityType<Entity>, id: string): Promise<Entity> {
    const entity = await this.get(type, id);
    await this.em.lock(entity, LockMode.PESSIMISTIC_WRITE);
    await this.em.refresh(entity);
    return entity;
  }

  /** Every such entity, locked until commit, in the order of their ids: as another transaction has left it, if one was at it. */
  async lockAll<Entity extends { id: string }>(type: EntityType<Entity>, where: FilterQuery<Entity>): Promise<Entity[]> {
    const ids = (await this.rows(type, where)).map((row) => (row as unknown as { readonly id: string }).id).sort();
    const locked: Entity[] = [];
    for (const id of ids) locked.push(await this.lock(type, id));
    return locked;
  }

  /** The entity that a projection keeps under that id, or a new one. */
  async firstOr<Entity extends object>(type: EntityType<Entity>, where: FilterQuery<Entity>, create: () => Entity): Promise<Entity> {
    const known = await this.first(type, where);
    if (known) return known;
    const entity = create();
    this.add(entity);
    return entity;
  }

  /** Says that something has happened. Throws a ZodError when the payload is not what its contract says. */
  emit<Contract extends EventContract>(contract: Contract, data: EventData<Contract>): void {
    this.#emitted.push({ contract, data: contract.data.parse(data) });
  }

  get emitted(): readonly EmittedEvent[] {
    return this.#emitted;
  }
}

/** What else belongs to every transaction: messaging adds the inbox and the outbox. */
export interface TransactionPart {
  begin?(tx: Transaction): Promise<void>;
  beforeCommit?(tx: Transaction): Promise<void>;
  afterCommit?(context: CountyContext): void;
  /** An entry of the county's trail has been committed, with a transaction or by itself. */
  afterEntry?(context: CountyContext): void;
}
