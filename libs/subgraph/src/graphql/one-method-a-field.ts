import type { INestApplicationContext } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { RESOLVER_NAME_METADATA, RESOLVER_PROPERTY_METADATA, RESOLVER_TYPE_METADATA } from '@nestjs/graphql';

/**
 * For start-up: throws when two field resolvers of one type bear the same method name, or answer the same field. Nest keeps
 * the fields of a type by the names of their methods: without a word the second may take over whether the first can be empty,
 * and is left out of the schema when a process makes it a second time.
 */
export function assertOneMethodAField(app: INestApplicationContext): void {
  const known = new Map<string, string>();
  const clashes: string[] = [];
  for (const { type, field, method, at } of fieldResolvers(app)) {
    const names = new Set([`the method ${method} of ${type}`, `the field ${type}.${field}`]);
    for (const name of names) {
      const other = known.get(name);
      if (other) clashes.push(`${name}: ${other} and ${at}`);
      known.set(name, at);
    }
  }
  if (clashes.length > 0) throw new Error(`Give each of these a name of its own, or one of the two is lost: ${clashes.join('; ')}.`);
}

interface FieldResolver {
  readonly type: string;
  readonly field: string;
  readonly method: string;
  readonly at: string;
}

function fieldResolvers(app: INestApplicationContext): FieldResolver[] {
  const classes = new Set([...app.get(ModulesContainer).values()].flatMap(({ providers }) => [...providers.values()].map(({ metatype }) => metatype as unknown)));
  const scanner = new MetadataScanner();
  return [...classes].flatMap((resolver) => {
    const type: unknown = typeof resolver === 'function' ? Reflect.getMetadata(RESOLVER_TYPE_METADATA, resolver) : undefined;
    if (typeof resolver !== 'function' || typeof type !== 'string') return [];
    const prototype = resolver.prototype as Record<string, object>;
    return scanner
      .getAllMethodNames(prototype)
      .filter((method) => Reflect.hasMetadata(RESOLVER_PROPERTY_METADATA, prototype[method]!))
      .map((method) => ({ type, method, field: (Reflect.getMetadata(RESOLVER_NAME_METADATA, prototype[method]!) as string | undefined) ?? method, at: `${resolver.name}.${method}` }));
  });
}
