import { asksOnlyForPublic } from '@fc/auth';
import { DomainError } from '@fc/domain-kernel';
import { json, type Request, type Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** The largest body that is read of somebody who has not signed in, in bytes. */
const largest = 4 * 1024;

/** How many such requests are answered in a minute, all callers together: who floods it takes public content away, and nothing else. */
const perMinute = 600;

const readJson = json({ limit: largest, inflate: false });

/**
 * Lets in without a token who asks for public content and for nothing else, in a small request. Everything else is told to sign in;
 * of a request that is not small no byte is read.
 */
export class PublicGate {
  readonly #requests = new RateLimiterMemory({ points: perMinute, duration: 60 });

  /** Throws `UNAUTHENTICATED`, `TOO_MANY_REQUESTS`. */
  async admit(request: Request, response: Response): Promise<void> {
    if (!isSmall(request) || !(await hasReadBody(request, response)) || !asksOnlyForPublic(queryIn(request.body))) throw pleaseSignIn();
    await this.#requests.consume('everybody').catch(() => Promise.reject(new DomainError('TOO_MANY_REQUESTS', 'Too many people are asking at the moment. Please try again in a minute.')));
  }
}

export const pleaseSignIn = (): DomainError => new DomainError('UNAUTHENTICATED', 'Please sign in.');

/** A length that was not said could be any. */
const isSmall = ({ method, headers }: Request): boolean => method === 'POST' && Number(headers['content-length'] ?? Number.NaN) <= largest;

const hasReadBody = (request: Request, response: Response): Promise<boolean> => new Promise((done) => readJson(request, response, (error?: unknown) => done(error === undefined)));

const queryIn = (body: unknown): unknown => (body as { readonly query?: unknown } | null | undefined)?.query;
