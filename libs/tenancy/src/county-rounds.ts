import { AsyncLocalStorage } from 'node:async_hooks';
import type { CountySlug } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import type { County } from './registry/county.ts';
import type { Registry } from './registry/registry.ts';

export interface RoundsOptions {
  readonly registry: Registry;
  readonly logger: Logger;
  /** Whether anybody has lately asked this process for something of that county. */
  readonly isInUse: (county: CountySlug) => boolean;
  /** What waits while a round fails, for the log: 'events wait in the outbox'. */
  readonly complaint: string;
  /** How long a wake waits for more to come, in milliseconds. */
  readonly gather?: number;
  /** One round in one county. Answers in how many milliseconds something comes due there, if it knows of anything. */
  readonly work: (county: County) => Promise<number | void>;
}

/** How often a county in use is looked at that nothing has woken, and the longest pause between two failing rounds, in milliseconds. */
const sweepEvery = 60_000;
const longestBackoff = 30_000;

/** One sweep in how many comes to a county that is not in use: each look takes a connection, and six services look. */
const idleOnceIn = 10;

/** What comes due later than this, in milliseconds, a sweep comes to in time. */
const untilSwept = idleOnceIn * sweepEvery;

/**
 * How far apart the counties are looked at when a process starts, in milliseconds. A hundred counties at once would be a
 * hundred connections at once, in every service, and those are what a server runs out of first.
 */
export const paceAtStart = 100;

/** Rounds of several kinds come to a county this far apart, in milliseconds: each finds the connection that the one before has left. */
const behindEachOther = 50;
let kinds = 0;

const rounds = new AsyncLocalStorage<true>();

/** Whether this is a round's own work, and nobody's request. */
export const isRound = (): boolean => rounds.getStore() === true;

interface Round {
  running: Promise<void> | undefined;
  again: boolean;
  failures: number;
  next: { readonly at: number; readonly timer: NodeJS.Timeout } | undefined;
}

/**
 * Work that is done for each county by itself, one round at a time, so that a county that is down holds up no other. Woken
 * by what happens in this process; a slow sweep finds what another process left behind, slower still where nobody asks for
 * anything, so that an idle county holds no connection. A county that is not active is left alone until it is active again.
 */
export class CountyRounds {
  readonly #options: RoundsOptions;
  readonly #rounds = new Map<CountySlug, Round>();
  readonly #after = (kinds++ % 8) * behindEachOther;
  #sweep: NodeJS.Timeout | undefined;
  #sweeps = 0;
  #unwatch: () => void = () => undefined;
  #stopped = false;

  constructor(options: RoundsOptions) {
    this.#options = options;
  }

  start(): void {
    const { registry } = this.#options;
    this.#look(registry.counties(), paceAtStart);
    this.#sweep = setInterval(() => this.#lookAgain(), sweepEvery).unref();
    this.#unwatch = registry.onChange((now, before) => {
      const active = new Set(before.counties.filter(isActive).map(({ slug }) => slug));
      for (const county of now.counties) if (isActive(county) && !active.has(county.slug)) this.wake(county.slug);
    });
  }

  /** At those in use, and at one in some of the others, another one each time. */
  #lookAgain(): void {
    const { registry, isInUse } = this.#options;
    const turn = this.#sweeps++ % idleOnceIn;
    this.#look(registry.counties().filter(({ slug }, place) => place % idleOnceIn === turn || isInUse(slug)), sweepEvery);
  }

  /** One county after the other, at most `pause` milliseconds apart and all of them before the next sweep. */
  #look(counties: readonly County[], pause: number): void {
    const apart = Math.min(pause, sweepEvery / counties.length);
    for (const [place, { slug }] of counties.entries()) setTimeout(() => this.wake(slug), this.#after + place * apart).unref();
  }

  /** Begins no more rounds, and waits for those in hand. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unwatch();
    clearInterval(this.#sweep);
    for (const round of this.#rounds.values()) clearTimeout(round.next?.timer);
    await Promise.all([...this.#rounds.values()].map((round) => round.running));
  }

  /** There is something to do in that county: a round begins soon, and one more when this came during a round. */
  wake(slug: CountySlug): void {
    const round = this.#rounds.get(slug) ?? { running: undefined, again: false, failures: 0, next: undefined };
    this.#rounds.set(slug, round);
    if (round.running) round.again = true;
    else this.#begin(slug, round, this.#options.gather ?? 0);
  }

  #begin(slug: CountySlug, round: Round, after: number): void {
    if (this.#stopped) return;
    const at = Date.now() + after;
    if (round.next && round.next.at <= at) return;
    clearTimeout(round.next?.timer);
    const run = (): void => {
      round.next = undefined;
      round.running = this.#run(slug, round).then((next) => {
        round.running = undefined;
        if (next !== undefined && next < untilSwept) this.#begin(slug, round, next);
        if (round.again) {
          round.again = false;
          this.wake(slug);
        }
      });
    };
    if (after > 0) round.next = { at, timer: setTimeout(run, after).unref() };
    else run();
  }

  /** Answers in how many milliseconds to come again. */
  async #run(slug: CountySlug, round: Round): Promise<number | undefined> {
    const { registry, logger, complaint, work } = this.#options;
    const county = registry.counties().find((known) => known.slug === slug && isActive(known));
    if (!county) return undefined;
    try {
      const next = await rounds.run(true, () => work(county));
      round.failures = 0;
      return next ?? undefined;
    } catch (error) {
      round.failures += 1;
      logger.warn({ county: slug, failures: round.failures, reason: String(error) }, complaint);
      return Math.min(longestBackoff, 100 * 2 ** round.failures);
    }
  }
}

const isActive = ({ status }: County): boolean => status === 'ACTIVE';
