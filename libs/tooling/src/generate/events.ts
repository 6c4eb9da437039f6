// Writes libs/contracts/schemas/<type>.json, docs/events.md and the events section of every service's README.
import { globSync } from 'node:fs';
import { eventContracts, type EventContract } from '@fc/contracts';
import { z } from 'zod';
import { allConsumers, contractNamed, type EventConsumer } from './consumers.ts';
import { eventsPage, eventsSection, withSection, type DescribedEvent } from './events-pages.ts';
import { root, runGenerator, textOf, type GeneratedFiles } from './generated-files.ts';
import { serviceNames } from './subgraphs.ts';

const schemasFolder = 'libs/contracts/schemas';

/** Everything that is said about events outside of the code. Throws when a consumer listens to an event that nobody defines. */
export async function eventFiles(): Promise<GeneratedFiles> {
  const consumers = allConsumers();
  const events = eventContracts().map((contract) => described(contract, consumers));
  const files = new Map<string, string | null>(globSync(`${schemasFolder}/*.json`, { cwd: root }).map((file) => [file, null]));
  for (const event of events) files.set(`${schemasFolder}/${event.contract.type}.json`, jsonSchemaOf(event));
  files.set('docs/events.md', eventsPage(events));
  for (const service of serviceNames()) {
    const [file, section] = [`services/${service}/README.md`, eventsSection(service, events)];
    const readme = textOf(file);
    if (readme !== null) files.set(file, withSection(readme, section));
  }
  return files;
}

function described(contract: EventContract, consumers: readonly EventConsumer[]): DescribedEvent {
  const file = `libs/contracts/src/${contract.service}/${contract.name}.v${contract.version}.ts`;
  return { contract, file, meaning: meaningOf(textOf(file) ?? ''), consumers: consumers.filter(({ event }) => contractNamed(event) === contract) };
}

/** The comment above the contract, in one line. */
function meaningOf(source: string): string {
  const comment = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const/.exec(source)?.[1] ?? '';
  return comment.replace(/\s*\n\s*\*\s?/g, ' ').trim();
}

/** What a reader may rely on; fields that a later publisher adds are allowed. */
function jsonSchemaOf({ contract, meaning }: DescribedEvent): string {
  const { $schema, ...shape } = z.toJSONSchema(contract.data, { io: 'input' });
  return `${JSON.stringify({ $schema, title: contract.type, description: meaning, ...shape }, null, 2)}\n`;
}

if (import.meta.main) await runGenerator(eventFiles);
