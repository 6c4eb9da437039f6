import { globSync } from 'node:fs';
import * as published from '@fc/contracts';
import type { EventContract } from '@fc/contracts';
import { GenerationError, root, textOf } from './generated-files.ts';

/** One class that listens to one event. */
export interface EventConsumer {
  /** The contract's exported name: `PlacementStartedV1`. */
  readonly event: string;
  readonly consumer: string;
  readonly file: string;
  /** The service that it belongs to, or null for one that every service runs. */
  readonly service: string | null;
}

/** The consumers in one source file, by its `@On(...)` decorators. A library's belong to the given service, or to all. */
export function consumersIn(file: string, source: string, listsThem: string | null = null): EventConsumer[] {
  const service = /^services\/([^/]+)\//.exec(file)?.[1] ?? listsThem;
  return [...source.matchAll(/@On\((\w+)\)/g)].map(({ index, 1: event = '' }) => {
    const consumer = [...source.slice(0, index).matchAll(/\bclass (\w+)/g)].at(-1)?.[1] ?? 'a consumer';
    return { event, consumer, file, service };
  });
}

/** All consumers, in the order of their files. Throws when one listens to an event that no contract defines. */
export function allConsumers(): EventConsumer[] {
  const files = globSync(['services/*/src/**/*.ts', 'libs/subgraph/src/{access,round-trip}/*.ts'], { cwd: root, exclude: ['**/*.spec.ts'] }).sort();
  const consumers = [...files.flatMap((file) => consumersIn(file, textOf(file) ?? '')), ...ledgerConsumers()];
  const strays = consumers.filter(({ event }) => !contractNamed(event));
  if (strays.length > 0) throw new GenerationError(strays.map(({ consumer, event, file }) => `${consumer} in ${file} listens to ${event}, which nobody defines.`).join('\n'));
  return consumers;
}

/** The contact ledger's, once for each service that lists the library's module. */
function ledgerConsumers(): EventConsumer[] {
  const file = 'libs/subgraph/src/contact/contact.consumers.ts';
  const modules = globSync('services/*/src/**/*.module.ts', { cwd: root }).filter((module) => textOf(module)?.includes('ContactLedgerModule')).sort();
  const services = [...new Set(modules.map((module) => module.split('/')[1]))];
  return services.flatMap((service) => consumersIn(file, textOf(file) ?? '', service));
}

/** The contract that `@fc/contracts` exports by that name. */
export function contractNamed(name: string): EventContract | undefined {
  const found: unknown = Object.hasOwn(published, name) ? published[name as keyof typeof published] : undefined;
  return typeof found === 'object' && found !== null && 'aggregate' in found ? (found as EventContract) : undefined;
}
