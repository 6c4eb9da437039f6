import { setTimeout as sleep } from 'node:timers/promises';
import type { QuestionContract } from '@fc/contracts';
import { isId, type CountySlug } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import { countyContext, runInCounty, type CountyContext } from '@fc/tenancy';
import { activeCounty, type Registry } from '@fc/tenancy/registry';
import type { Msg, NatsConnection, Subscription } from '@nats-io/transport-node';
import { z } from 'zod';
import type { Broker } from './broker.ts';
import { questionsTo, questionSubject } from './subjects.ts';

/** The service that was asked is away, too slow, or could not answer. Whoever asks decides what that means, and says no. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';
}

/** How long an answer is waited for altogether, in milliseconds. At half that time it is asked once more: a service that restarts is back by then, or another of its processes answers. */
const patience = 2_000;

const asked = z.object({ actor: z.string().nullable(), correlationId: z.string().max(100), question: z.unknown() });
const answered = z.object({ answer: z.unknown() });

/**
 * Asks another service about the county of this piece of work, and answers what other services ask this one. NATS knows
 * each service by its key and lets it ask in its own name alone, so a question needs no address and no signature of its own.
 */
export class Questions {
  readonly #parts: { readonly broker: Broker; readonly registry: Registry; readonly logger: Logger };
  readonly #answers = new Map<string, (question: unknown) => Promise<object>>();
  readonly #subscriptions = new Map<CountySlug, Subscription>();
  #unwatch: () => void = () => undefined;
  #stopped = false;
  readonly #inHand = new Set<Promise<void>>();

  constructor(parts: { readonly broker: Broker; readonly registry: Registry; readonly logger: Logger }) {
    this.#parts = parts;
  }

  /** Asks twice at most. Throws `Unanswered` when there is no answer within two seconds. */
  async ask<Question extends z.ZodObject, Answer extends z.ZodObject>(contract: QuestionContract<Question, Answer>, question: z.infer<Question>): Promise<z.infer<Answer>> {
    const { county, actor, correlationId } = countyContext();
    const { broker } = this.#parts;
    const body = JSON.stringify({ actor: actor.person, correlationId, question: contract.question.parse(question) });
    try {
      const message = await this.#request(questionSubject(county.slug, contract, broker.service), body);
      return contract.answer.parse(answered.parse(message.json()).answer);
    } catch (cause) {
      throw new Unanswered(`${contract.service} did not answer ${contract.name}.`, { cause });
    }
  }

  async #request(subject: string, body: string): Promise<Msg> {
    const [began, half] = [performance.now(), patience / 2];
    const left = (): number => Math.max(1, Math.ceil(began + patience - performance.now()));
    const connection = await Promise.race([this.#parts.broker.connection(), sleep(patience, undefined, { ref: false })]);
    if (!connection) throw new Error('There is no connection to NATS.');
    try {
      return await connection.request(subject, body, { timeout: Math.min(half, left()) });
    } catch {
      await sleep(Math.max(0, left() - half)); // nobody was there: that is known at once
      return connection.request(subject, body, { timeout: left() });
    }
  }

  /** Answers that question from now on, each time in the county that it is about and on behalf of whoever caused it. */
  answer<Question extends z.ZodObject, Answer extends z.ZodObject>(contract: QuestionContract<Question, Answer>, work: (question: z.infer<Question>) => Promise<z.infer<Answer>>): void {
    this.#answers.set(contract.name, async (question) => contract.answer.parse(await work(contract.question.parse(question))));
  }

  /** Listens as soon as NATS is there, in each county that this process knows. Of several processes of this service each question goes to one. */
  async start(): Promise<void> {
    if (this.#answers.size === 0) return;
    const { broker, registry } = this.#parts;
    const connection = await broker.connection();
    if (this.#stopped) return;
    const listen = (): void => {
      const known = new Set(registry.counties().map(({ slug }) => slug));
      for (const slug of known) if (!this.#subscriptions.has(slug)) this.#subscriptions.set(slug, this.#listen(connection, slug));
      for (const slug of this.#subscriptions.keys()) if (!known.has(slug)) this.#leave(slug);
    };
    listen();
    this.#unwatch = registry.onChange(listen);
  }

  /** Takes no more questions, and answers those in hand. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#unwatch();
    for (const slug of this.#subscriptions.keys()) this.#leave(slug);
    await Promise.all(this.#inHand);
  }

  #listen(connection: NatsConnection, county: CountySlug): Subscription {
    const { broker } = this.#parts;
    return connection.subscribe(questionsTo(county, broker.service), {
      queue: broker.service,
      callback: (error, message) => {
        if (error) return;
        const replying = this.#reply(message).finally(() => this.#inHand.delete(replying));
        this.#inHand.add(replying);
      },
    });
  }

  #leave(county: CountySlug): void {
    this.#subscriptions.get(county)?.unsubscribe();
    this.#subscriptions.delete(county);
  }

  async #reply(message: Msg): Promise<void> {
    const [, slug = '', , asking = '', name = ''] = message.subject.split('.');
    try {
      const answer = this.#answers.get(name);
      if (!answer) throw new Error('This build has no answer to that.');
      const { actor, correlationId, question } = asked.parse(message.json());
      const context: CountyContext = {
        county: activeCounty(this.#parts.registry.county(slug)),
        actor: { person: actor && isId(actor) ? actor : null, kind: `system:${asking}`, roles: [] },
        action: name,
        correlationId,
      };
      message.respond(JSON.stringify({ answer: await runInCounty(context, () => answer(question)) }));
    } catch (error) {
      this.#parts.logger.warn({ county: slug, question: name, asking, reason: String(error) }, 'a question was not answered');
      message.respond(JSON.stringify({})); // so that whoever asks need not wait
    }
  }
}
