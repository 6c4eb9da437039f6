import { newId } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import type { Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { calendarHeaders, linkPage, pageHeaders, words, type PageWords } from './link-page.ts';

export type LinkPurpose = 'STOP_MESSAGES' | 'CONFIRM_READ';

interface Link {
  readonly token: string;
  readonly correlationId: string;
}

/** What is behind the door. Each throws when its service does not answer. */
export interface LinkServices {
  /** Has identity do what a link in a message is for; answers whether it was done. */
  follow(link: Link & { readonly purpose: LinkPurpose }): Promise<boolean>;
  /** What two families say to a professional, as meetings keeps it; null for a link that opens nothing. */
  readStatement(link: Link): Promise<string | null>;
  /** The calendar behind a person's own link, as meetings writes it; null for a link that opens none. */
  readCalendar(link: Link): Promise<string | null>;
}

interface Door {
  readonly asks: PageWords;
  /** Does what the link is for; answers the page that says so, null where it could not be used. */
  open(services: LinkServices, link: Link): Promise<string | null>;
}

const followed = (purpose: LinkPurpose, asks: PageWords, done: PageWords): Door => ({ asks, open: async (services, link) => ((await services.follow({ ...link, purpose })) ? linkPage(done) : null) });

/** By the link's part of the path. */
const doors: Readonly<Record<string, Door>> = {
  stop: followed('STOP_MESSAGES', words.stop, words.stopped),
  read: followed('CONFIRM_READ', words.read, words.confirmed),
  statement: {
    asks: words.statement,
    open: async (services, link) => {
      const statement = await services.readStatement(link);
      return statement === null ? null : linkPage(words.statementRead, statement);
    },
  },
};

const path = /^\/(stop|read|statement|calendar)\/([\w-]{64})$/;

/** How many links that could not be used one address may try in a minute. */
const mostFailures = 30;

/** Sends the answer to a link that could be used. */
type Reply = () => void;

/**
 * Where links lead. Those in messages, `/l/stop/<token>`: mail programs and their scanners open every link, so GET asks nobody and
 * changes nothing: it shows a page with one button. POST does what the link is for, from the page as from a mail program's own
 * button (RFC 8058). Behind `/l/statement/<token>` a professional reads what two families say, by the same button. The link to a person's own calendar, `/l/calendar/<token>`, is only ever read. Every link that cannot be used
 * gets one and the same answer.
 */
export class LinkDoor {
  readonly #services: LinkServices;
  readonly #logger: Logger;
  readonly #failures = new RateLimiterMemory({ points: mostFailures, duration: 60 });

  constructor(services: LinkServices, logger: Logger) {
    this.#services = services;
    this.#logger = logger;
  }

  async use(request: Request, response: Response): Promise<void> {
    response.set(pageHeaders);
    const [, name = '', token = ''] = path.exec(request.path) ?? [];
    const opening = request.method === 'GET' || request.method === 'HEAD';
    if (name === 'calendar') return opening ? this.#calendar(token, request, response) : answer(response.set('allow', 'GET, HEAD'), 405, words.unusable);
    const door = doors[name];
    if (request.method === 'POST') return this.#follow(door, token, request, response);
    if (!opening) return answer(response.set('allow', 'GET, HEAD, POST'), 405, words.unusable);
    if (door) answer(response, 200, door.asks);
    else answer(response, 404, words.unusable);
  }

  #follow(door: Door | undefined, token: string, request: Request, response: Response): Promise<void> {
    return this.#counting(request, response, async (correlationId) => {
      const page = door ? await door.open(this.#services, { token, correlationId }) : null;
      return page !== null && (() => void response.status(200).send(page));
    });
  }

  #calendar(token: string, request: Request, response: Response): Promise<void> {
    return this.#counting(request, response, async (correlationId) => {
      const calendar = await this.#services.readCalendar({ token, correlationId });
      return calendar !== null && (() => void response.set(calendarHeaders).send(calendar));
    });
  }

  /** Lets an address try only so many links that cannot be used. */
  async #counting({ ip: address = '' }: Request, response: Response, tryIt: (correlationId: string) => Promise<Reply | false>): Promise<void> {
    const correlationId = newId();
    try {
      await this.#failures.consume(address); // before it is known to fail, so that many at once are counted too
      const reply = await tryIt(correlationId);
      if (!reply) return answer(response, 404, words.unusable);
      await this.#failures.reward(address);
      reply();
    } catch (error) {
      if (error instanceof RateLimiterRes) return answer(response.set('retry-after', String(Math.ceil(error.msBeforeNext / 1_000))), 429, words.tooMany);
      await this.#failures.reward(address);
      this.#logger.warn({ correlationId, reason: String(error) }, 'a link could not be followed'); // of the link itself nothing is logged
      answer(response, 503, words.away);
    }
  }
}

const answer = (response: Response, status: number, page: PageWords): void => void response.status(status).send(linkPage(page));
