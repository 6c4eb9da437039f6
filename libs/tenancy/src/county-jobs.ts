import { newId, type CountySlug } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import { runInCounty } from './county-context.ts';
import { CountyRounds } from './county-rounds.ts';
import type { County } from './registry/county.ts';
import type { Registry } from './registry/registry.ts';

/** A job that can be told that there is something to do. */
export interface CountyJob {
  wake(county: CountySlug): void;
}

/** What a service does for each county though no request asks for it, in the service's own name. */
export class CountyJobs {
  readonly #parts: { readonly service: string; readonly registry: Registry; readonly logger: Logger };
  readonly #rounds: CountyRounds[] = [];

  constructor(parts: { readonly service: string; readonly registry: Registry; readonly logger: Logger }) {
    this.#parts = parts;
  }

  /** `name` stands in the trail: `deliver-notifications`. `round` answers in how many milliseconds it wants to come again by itself, if at all. */
  add(name: string, round: () => Promise<number | void>): CountyJob {
    const { service, registry, logger } = this.#parts;
    const actor = { person: null, kind: `system:${service}`, roles: [] };
    const work = (county: County): Promise<number | void> => runInCounty({ county, actor, action: name, correlationId: newId() }, round);
    const rounds = new CountyRounds({ registry, logger, complaint: `${name} waits`, work });
    this.#rounds.push(rounds);
    return rounds;
  }

  start(): void {
    for (const rounds of this.#rounds) rounds.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#rounds.map((rounds) => rounds.stop()));
  }
}
