import { isId } from '@fc/domain-kernel';
import type { EntityManager, EventSubscriber, FlushEventArgs } from '@mikro-orm/postgresql';

/** One thing that was written or, where it is protected, read: what kind, which one, and what was done to it. Never its contents. */
export interface RecordedChange {
  readonly record: string;
  readonly id: string;
  readonly change: 'create' | 'update' | 'delete' | 'read';
  /** The ids that stand in its columns: whom it is about, what it belongs to. */
  readonly about?: readonly string[];
}

const changes = new WeakMap<EntityManager, RecordedChange[]>();
const unseen = new Set(['AuditEntry', 'OutboxEvent']);

/** Everything that was written through that entity manager, in order. */
export const changesOf = (em: EntityManager): readonly RecordedChange[] => changes.get(em) ?? [];

/** Notes every entity that a flush writes, so that no use case can forget to be audited. */
export class ChangeCapture implements EventSubscriber {
  afterFlush({ em, uow }: FlushEventArgs): void {
    const seen = changes.get(em as EntityManager) ?? [];
    for (const set of uow.getChangeSets())
      if (!unseen.has(set.meta.className))
        seen.push({
          record: set.meta.className,
          id: String(set.getPrimaryKey() ?? ''),
          change: set.type.startsWith('update') ? 'update' : set.type.startsWith('delete') ? 'delete' : 'create',
          about: idsIn(set.entity as Record<string, unknown>, set.meta.propertyOrder.keys()),
        });
    changes.set(em as EntityManager, seen);
  }
}

/** How many ids of one record an entry names at most. */
const mostIds = 20;

/** The ids in an entity's columns, but for its own. */
function idsIn(entity: Record<string, unknown>, columns: Iterable<string>): string[] {
  const values = [...columns].filter((column) => column !== 'id').flatMap((column) => entity[column]);
  return [...new Set(values.filter((value): value is string => typeof value === 'string' && isId(value)))].slice(0, mostIds);
}
