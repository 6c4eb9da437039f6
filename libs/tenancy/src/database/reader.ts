import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError, idTime, isId, notFound, parseId } from '@fc/domain-kernel';
import type { EntityManager, FilterQuery, QueryOrderMap } from '@mikro-orm/postgresql';
import type { CountyContext } from '../county-context.ts';
import { plainName, type EntityType, type Row } from './entities.ts';

export interface Reading<Entity> {
  readonly orderBy?: QueryOrderMap<Entity> | QueryOrderMap<Entity>[];
  readonly limit?: number;
}

/** How young an id must be for its row to be still on its way here, and how long to wait for it, in milliseconds. */
const youngId = 10_000;
const longestWait = 500;

/** There is no such row (yet): its id, for a consumer whose event may have overtaken another service's. */
export class RowNotFound extends DomainError {
  readonly id: string;

  constructor(entityName: string, id: string) {
    const { code, message } = notFound(plainName(entityName));
    super(code, message);
    this.id = id;
  }
}

/**
 * Reads one county's data of one service. MikroORM's own generics do not follow a class that is a parameter, so what is
 * typed at this class's methods is handed on `as never` within. It is given out for one piece of work and lives no longer.
 */
export class Reader {
  /** Whom this is read for, and in which county. */
  readonly context: CountyContext;
  protected readonly em: EntityManager;

  constructor(em: EntityManager, context: CountyContext) {
    this.em = em;
    this.context = context;
  }

  /**
   * The entity of that id. A row that another service's event is still bringing is waited for, up to half a second.
   * Throws `INVALID_ID`, `NOT_FOUND`.
   */
  async get<Entity extends object>(type: EntityType<Entity>, id: string): Promise<Entity> {
    const wanted = parseId(id);
    const found = await this.#onceThere(wanted, () => this.first(type, { id: wanted } as unknown as FilterQuery<Entity>));
    if (!found) throw new RowNotFound(type.name, wanted);
    return found;
  }

  /** As `get`, for a row that is only shown. */
  async getRow<Entity extends object>(type: EntityType<Entity>, id: string): Promise<Row<Entity>> {
    const wanted = parseId(id);
    const [found] = await this.rows(type, { id: wanted } as unknown as FilterQuery<Entity>, { limit: 1 });
    if (!found) throw new RowNotFound(type.name, wanted);
    return found;
  }

  first<Entity extends object>(type: EntityType<Entity>, where: FilterQuery<Entity>): Promise<Entity | null> {
    return this.em.findOne(type, where as never) as Promise<Entity | null>;
  }

  find<Entity extends object>(type: EntityType<Entity>, where: FilterQuery<Entity>, reading: Reading<Entity> = {}): Promise<Entity[]> {
    return this.em.find(type, where as never, reading as never) as Promise<Entity[]>;
  }

  /** Plain rows for views: no identity map, no change tracking; a third of the cost of `find`. */
  async rows<Entity extends object>(type: EntityType<Entity>, where: FilterQuery<Entity>, reading: Reading<Entity> = {}): Promise<Row<Entity>[]> {
    const query = this.em.createQueryBuilder(type).select('*').where(where as never);
    if (reading.orderBy) query.orderBy(reading.orderBy as never);
    if (reading.limit !== undefined) query.limit(reading.limit);
    const found = await query.execute<Record<string, unknown>[]>('all');
    const typed = this.em.getMetadata().get(type).props.filter((property) => property.customType);
    for (const row of found)
      for (const { name, customType } of typed) if (row[name] !== null && row[name] !== undefined) row[name] = customType!.convertToJSValue(row[name], this.em.getPlatform());
    return found as unknown as Row<Entity>[];
  }

  count<Entity extends object>(type: EntityType<Entity>, where: FilterQuery<Entity>): Promise<number> {
    return this.em.count(type, where as never);
  }

  /** A query in SQL, `?` for each parameter. The schema's tables need no prefix. */
  sql<Result extends object = Record<string, unknown>>(text: string, parameters: readonly unknown[] = []): Promise<Result[]> {
    return this.em.execute(text, [...parameters]) as Promise<Result[]>;
  }

  async #onceThere<Found>(id: string, look: () => Promise<Found | null>): Promise<Found | null> {
    const until = isId(id) && Date.now() - idTime(id) < youngId ? Date.now() + longestWait : 0;
    for (;;) {
      const found = await look();
      if (found || Date.now() >= until) return found;
      await sleep(20);
    }
  }
}
