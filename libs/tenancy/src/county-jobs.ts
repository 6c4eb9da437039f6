import { newId, type CountySlug } from '@fc/domain-kernel';
import { runInCounty } from './county-context.ts';
import { CountyRounds, type RoundsOptions } from './county-rounds.ts';
import type { County } from './registry/county.ts';

/** A job that can be told that there is something to do. */
export interface CountyJob {
  wake(county: CountySlug): void;
}

interface JobsOptions extends Pick<RoundsOptions, 'registry' | 'logger' | 'isInUse'> {
  readonly service: string;
}

/** What a service does for each county though no request asks for it, in the service's own name. */
export class CountyJobs {
  readonly #options: JobsOptions;
  readonly #rounds: CountyRounds[] = [];

  constructor(options: JobsOptions) {
    this.#options = options;
  }

  /** `name` stands in the trail: `deliver-notifications`. `round` answers in how many milliseconds something comes due, if it knows of anything. */
  add(name: string, round: () => Promise<number | void>): CountyJob {
    const { service, ...options } = this.#options;
    const actor = { person: null, kind: `system:${service}`, roles: [] };
    const work = (county: County): Promise<number | void> => runInCounty({ county, actor, action: name, correlationId: newId() }, round);
    const rounds = new CountyRounds({ ...options, complaint: `${name} waits`, work });
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
