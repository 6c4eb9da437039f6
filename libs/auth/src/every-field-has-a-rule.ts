import type { INestApplicationContext } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { GRAPHQL_MODULE_OPTIONS, RESOLVER_PROPERTY_METADATA, RESOLVER_REFERENCE_METADATA, RESOLVER_TYPE_METADATA, type GqlModuleOptions } from '@nestjs/graphql';
import { accessRuleOf } from './access-rule.ts';

const rootTypes: readonly unknown[] = ['Query', 'Mutation', 'Subscription'];

/**
 * For start-up: throws an error that lists every query, mutation, subscription, field resolver and reference resolver
 * without an access rule, and throws when Nest would not call guards on the last two.
 */
export function assertEveryFieldHasARule(app: INestApplicationContext): void {
  const { fieldResolverEnhancers } = app.get<GqlModuleOptions>(GRAPHQL_MODULE_OPTIONS, { strict: false });
  if (!fieldResolverEnhancers?.includes('guards')) throw new Error("Guards would not run on field and reference resolvers: set fieldResolverEnhancers: ['guards'].");

  const scanner = new MetadataScanner();
  const open = [...providerClasses(app.get(ModulesContainer))].flatMap((provider) => {
    const prototype = provider.prototype as Record<string, unknown>;
    return scanner
      .getAllMethodNames(prototype)
      .filter((name) => {
        const method = prototype[name];
        return typeof method === 'function' && answersField(provider, method) && !accessRuleOf(method);
      })
      .map((name) => `${provider.name}.${name}`);
  });
  if (open.length > 0) throw new Error(`These fields have no access rule (@Allow, @AllowSignedIn or @AllowPublic): ${open.join(', ')}.`);
}

function* providerClasses(modules: ModulesContainer): Generator<Function> {
  const seen = new Set<unknown>();
  for (const { providers } of modules.values()) {
    for (const { metatype, instance } of providers.values()) {
      // A provider made by a factory has its class only on the instance.
      const provider: unknown = isClass(metatype) ? metatype : (instance as object | null | undefined)?.constructor;
      if (!isClass(provider) || seen.has(provider)) continue;
      seen.add(provider);
      yield provider;
    }
  }
}

const isClass = (value: unknown): value is Function => typeof value === 'function' && typeof value.prototype === 'object' && value.prototype !== null;

/** The same reading of the metadata as Nest's own; `__resolveType` only names a type, and Nest never guards it. */
function answersField(provider: Function, method: Function): boolean {
  if (method.name === '__resolveType') return false;
  const type: unknown = Reflect.getMetadata(RESOLVER_TYPE_METADATA, method) ?? Reflect.getMetadata(RESOLVER_TYPE_METADATA, provider);
  return rootTypes.includes(type) || Reflect.hasMetadata(RESOLVER_PROPERTY_METADATA, method) || Reflect.hasMetadata(RESOLVER_REFERENCE_METADATA, method);
}
