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

/** The consumers in one source file, by its `@On(...)` decorators. */
export function consumersIn(file: string, source: string): EventConsumer[] {
  const service = /^services\/([^/]+)\//.exec(file)?.[1] ?? null;
  return [...source.matchAll(/@On\((\w+)\)/g)].map(({ index, 1: event = '' }) => {
    const consumer = [...source.slice(0, index).matchAll(/\bclass (\w+)/g)].at(-1)?.[1] ?? 'a consumer';
    return { event, consumer, file, service };
  });
}

/** All consumers, in the order of their files. Throws when one listens to an event that no contract defines. */
export function allConsumers(): EventConsumer[] {
  const files = globSync(['services/*/src/**/*.ts', 'libs/subgraph/src/access/*.ts'], { cwd: root, exclude: ['**/*.spec.ts'] }).sort();
  const consumers = files.flatMap((file) => consumersIn(file, textOf(file) ?? ''));
  const strays = consumers.filter(({ event }) => !contractNamed(event));
  if (strays.length > 0) throw new GenerationError(strays.map(({ consumer, event, file }) => `${consumer} in ${file} listens to ${event}, which nobody defines.`).join('\n'));
  return consumers;
}

/** The contract that `@fc/contracts` exports by that name. */
export function contractNamed(name: string): EventContract | undefined {
  const found: unknown = Object.hasOwn(published, name) ? published[name as keyof typeof published] : undefined;
  return typeof found === 'object' && found !== null && 'aggregate' in found ? (found as EventContract) : undefined;
}
