import type { TokenVerifier, VerifiedToken } from '@fc/auth';
import { DomainError, newId } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import type { NextFunction, Request, Response } from 'express';
import type { Caller } from './caller.ts';
import { BudgetSpent, PartnerBudgets } from './partner-budgets.ts';
import type { PartnerGate } from './partner-gate.ts';
import { pleaseSignIn, PublicGate } from './public-gate.ts';
import { refusal } from './refusal.ts';

/** What a county's public site may hand in: more is somebody who floods the county's work list. */
const intakeBudget = { requestsPerMinute: 60, costPerMinute: 1_000 };

/** A response whose request has passed the gate. */
export type CallerResponse = Response<unknown, { caller: Caller }>;

const uuid = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/**
 * Lets in nobody without a good token, before a byte of the body is read, and gives every request its correlation id. What is public
 * may be asked for without any.
 */
export class CallerGate {
  readonly #tokens: TokenVerifier;
  readonly #partners: PartnerGate;
  readonly #intake: PartnerBudgets;
  readonly #public = new PublicGate();
  readonly #logger: Logger;

  constructor(tokens: TokenVerifier, { partners, replicas }: { partners: PartnerGate; replicas: number }, logger: Logger) {
    this.#tokens = tokens;
    this.#partners = partners;
    this.#intake = new PartnerBudgets(replicas);
    this.#logger = logger;
  }

  async use(request: Request, response: CallerResponse, next: NextFunction): Promise<void> {
    const correlationId = correlationIdOf(request);
    response.setHeader('x-correlation-id', correlationId);
    response.setHeader('cache-control', 'no-store');
    try {
      response.locals.caller = await this.#callerOf(request, response, correlationId);
    } catch (error) {
      return this.#refuse(error, response, correlationId);
    }
    next();
  }

  async #callerOf(request: Request, response: CallerResponse, correlationId: string): Promise<Caller> {
    if (request.headers.authorization === undefined) {
      await this.#public.admit(request, response);
      return { correlationId };
    }
    const token = /^Bearer (\S+)$/i.exec(request.headers.authorization)?.[1];
    if (!token) throw pleaseSignIn();
    const verified = await this.#tokens.verify(token);
    const caller = { token, correlationId };
    const spendCost = await this.#spending(verified, caller);
    return spendCost ? { ...caller, spendCost } : caller;
  }

  /** Programs spend from a budget: a partner's from its grant, a county's public site from one that is the same for all. */
  async #spending(verified: VerifiedToken, caller: Caller): Promise<Caller['spendCost']> {
    if (verified.class === 'partner') return this.#partners.admit(verified, caller);
    if (verified.class === 'intake') await this.#intake.spendRequest(verified.issuer, intakeBudget);
    return undefined;
  }

  #refuse(error: unknown, response: Response, correlationId: string): void {
    const { code, message } = error instanceof DomainError ? error : new DomainError('UNAUTHENTICATED', 'Please sign in again.');
    this.#logger.info({ code, correlationId, reason: String((error instanceof DomainError && error.cause) || error) }, 'a caller was refused');
    if (error instanceof BudgetSpent) response.setHeader('retry-after', error.retryAfter);
    const status = statusOf[code] ?? 401;
    if (status === 401) response.setHeader('www-authenticate', 'Bearer');
    response.status(status).json(refusal(code, message));
  }
}

/** Where it is no fault of the token: the realm does not answer, or the partner's request is refused all the same. */
const statusOf: Readonly<Record<string, number>> = { NO_GRANT: 403, SIGN_IN_UNAVAILABLE: 503, PARTNER_ACCESS_UNCERTAIN: 503, PARTNER_BUDGET_SPENT: 429, TOO_MANY_REQUESTS: 429 };

/** Somebody else's id is taken only in the one form that is safe in logs, headers and tables. */
function correlationIdOf(request: Request): string {
  const given = request.headers['x-correlation-id'];
  return typeof given === 'string' && uuid.test(given) ? given.toLowerCase() : newId();
}
