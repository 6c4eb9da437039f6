import { newId } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import type { Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { linkPage, pageHeaders, words, type PageWords } from './link-page.ts';

export type LinkPurpose = 'STOP_MESSAGES' | 'CONFIRM_READ';

/** Has identity do what a link is for; answers whether it was done. Throws when identity does not answer. */
export type FollowLink = (link: { readonly purpose: LinkPurpose; readonly token: string; readonly correlationId: string }) => Promise<boolean>;

interface Door {
  readonly purpose: LinkPurpose;
  readonly asks: PageWords;
  readonly done: PageWords;
}

/** By the link's part of the path. */
const doors: Readonly<Record<string, Door>> = {
  stop: { purpose: 'STOP_MESSAGES', asks: words.stop, done: words.stopped },
  read: { purpose: 'CONFIRM_READ', asks: words.read, done: words.confirmed },
};

const path = /^\/(stop|read)\/([\w-]{64})$/;

/** How many links that could not be used one address may try in a minute. */
const mostFailures = 30;

/**
 * Where the links in messages lead: `/l/stop/<token>`. Mail programs and their scanners open every link, so GET asks nobody and
 * changes nothing: it shows a page with one button. POST does what the link is for, from the page as from a mail program's own
 * button (RFC 8058). Every link that cannot be used gets one and the same answer.
 */
export class LinkDoor {
  readonly #follow: FollowLink;
  readonly #logger: Logger;
  readonly #failures = new RateLimiterMemory({ points: mostFailures, duration: 60 });

  constructor(follow: FollowLink, logger: Logger) {
    this.#follow = follow;
    this.#logger = logger;
  }

  async use(request: Request, response: Response): Promise<void> {
    response.set(pageHeaders);
    const [, name = '', token = ''] = path.exec(request.path) ?? [];
    const door = doors[name];
    if (request.method === 'POST') return this.#post(door, token, request, response);
    if (request.method !== 'GET' && request.method !== 'HEAD') return answer(response.set('allow', 'GET, HEAD, POST'), 405, words.unusable);
    if (door) answer(response, 200, door.asks);
    else answer(response, 404, words.unusable);
  }

  async #post(door: Door | undefined, token: string, request: Request, response: Response): Promise<void> {
    const address = request.ip ?? '';
    const correlationId = newId();
    try {
      await this.#failures.consume(address); // before it is known to fail, so that many at once are counted too
      const done = door !== undefined && (await this.#follow({ purpose: door.purpose, token, correlationId }));
      if (done) await this.#failures.reward(address);
      answer(response, done ? 200 : 404, done ? door.done : words.unusable);
    } catch (error) {
      if (error instanceof RateLimiterRes) return answer(response.set('retry-after', String(Math.ceil(error.msBeforeNext / 1_000))), 429, words.tooMany);
      await this.#failures.reward(address);
      this.#logger.warn({ correlationId, reason: String(error) }, 'a link could not be followed'); // of the link itself nothing is logged
      answer(response, 503, words.away);
    }
  }
}

const answer = (response: Response, status: number, page: PageWords): void => void response.status(status).send(linkPage(page));
