import type { TokenVerifier } from '@fc/auth';
import { DomainError, newId } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import type { NextFunction, Request, Response } from 'express';
import type { Caller } from './caller.ts';
import { refusal } from './refusal.ts';

/** A response whose request has passed the gate. */
export type CallerResponse = Response<unknown, { caller: Caller }>;

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/** Lets in nobody without a good token, before a byte of the body is read, and gives every request its correlation id. */
export class CallerGate {
  readonly #tokens: TokenVerifier;
  readonly #logger: Logger;

  constructor(tokens: TokenVerifier, logger: Logger) {
    this.#tokens = tokens;
    this.#logger = logger;
  }

  async use(request: Request, response: CallerResponse, next: NextFunction): Promise<void> {
    const correlationId = correlationIdOf(request);
    response.setHeader('x-correlation-id', correlationId);
    response.setHeader('cache-control', 'no-store');
    try {
      const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      if (!token) throw new DomainError('UNAUTHENTICATED', 'Please sign in.');
      await this.#tokens.verify(token);
      response.locals.caller = { token, correlationId };
    } catch (error) {
      return this.#refuse(error, response, correlationId);
    }
    next();
  }

  #refuse(error: unknown, response: Response, correlationId: string): void {
    const { code, message } = error instanceof DomainError ? error : new DomainError('UNAUTHENTICATED', 'Please sign in again.');
    this.#logger.info({ code, correlationId, reason: String((error instanceof DomainError && error.cause) || error) }, 'a caller was refused');
    response.status(401).setHeader('www-authenticate', 'Bearer').json(refusal(code, message));
  }
}

/** Somebody else's id is taken only in the one form that is safe in logs, headers and tables. */
function correlationIdOf(request: Request): string {
  const given = request.headers['x-correlation-id'];
  return typeof given === 'string' && uuid.test(given) ? given.toLowerCase() : newId();
}
