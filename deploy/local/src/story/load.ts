import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../program/actor.ts';
import { mutation } from './stage.ts';

/** Two people of one county who work without a pause. */
export interface Workers {
  readonly county: string;
  readonly coordinator: Actor;
  readonly parent: Actor;
}

export interface Work {
  readonly county: string;
  readonly queries: number;
  readonly mutations: number;
  /** How often each code came back; empty when nothing was refused or failed. */
  readonly refused: Readonly<Record<string, number>>;
  /** The slowest answer, in milliseconds. */
  readonly slowest: number;
}

const query = '{ me { id } people(first: 10) { nodes { id } } openMentorNeeds { nodes { id } } }';

/** Between two requests of one person, in milliseconds: the stream is steady, and no flood. */
const pause = 250;

/** A steady stream of queries and mutations in one county, each answer looked at. */
export class Load {
  readonly #workers: Workers;
  readonly #refused: Record<string, number> = {};
  #queries = 0;
  #mutations = 0;
  #slowest = 0;
  #stopped = false;
  readonly #working: Promise<unknown>;

  constructor(workers: Workers) {
    this.#workers = workers;
    this.#working = Promise.all([this.#ask(), this.#change()]);
  }

  async stop(): Promise<Work> {
    this.#stopped = true;
    await this.#working;
    return { county: this.#workers.county, queries: this.#queries, mutations: this.#mutations, refused: this.#refused, slowest: Math.round(this.#slowest) };
  }

  async #ask(): Promise<void> {
    for (; !this.#stopped; this.#queries += 1) await this.#timed(() => this.#workers.coordinator.ask(query));
  }

  /** A parent asks to take part and thinks better of it, again and again. */
  async #change(): Promise<void> {
    const { parent } = this.#workers;
    while (!this.#stopped) {
      const input = { idempotencyKey: crypto.randomUUID(), as: 'PARENT', preferredLanguage: 'en' };
      const asked = await this.#timed(() => parent.ask<{ requestParticipation: { id: string } }>(mutation('requestParticipation'), { input }));
      const requestId = asked?.data?.requestParticipation.id;
      this.#mutations += 1;
      if (!requestId) continue;
      await this.#timed(() => parent.ask(mutation('withdrawParticipationRequest'), { input: { requestId } }));
      this.#mutations += 1;
    }
  }

  async #timed<Answer extends { readonly errors: readonly { readonly extensions?: { readonly code?: string } }[] }>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
    const began = performance.now();
    try {
      const answer = await ask();
      this.#slowest = Math.max(this.#slowest, performance.now() - began);
      for (const { extensions } of answer.errors) this.#count(extensions?.code ?? 'NO_CODE');
      return answer;
    } catch (error) {
      this.#count(error instanceof Error ? error.name : 'unknown');
      return undefined;
    } finally {
      await sleep(pause);
    }
  }

  #count(code: string): void {
    this.#refused[code] = (this.#refused[code] ?? 0) + 1;
  }
}
