import type { INestApplicationContext } from '@nestjs/common';
import { OrphanedReferenceRegistry } from '@nestjs/graphql/dist/schema-builder/services/orphaned-reference.registry.js';

/**
 * Keeps other services' types out of this service's schema when several services share a process, as they do in tests and
 * on a developer's machine. Nest's decorators fill one store for the whole process, and everything in it that any type refers
 * to would be added as an "orphan"; nothing here needs that, since no type is reached by an interface alone.
 * Must run before the application is initialised.
 */
export function keepToOwnTypes(app: INestApplicationContext): void {
  app.get(OrphanedReferenceRegistry, { strict: false }).addToRegistryIfOrphaned = () => undefined;
}
