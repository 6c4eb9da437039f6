import { asksOnlyForPublic, IntakeDesk, Operator, type Partner, type RequestVerifier, SIGNATURE_HEADER, StatePrincipal, type TokenVerifier, type Principal } from '@fc/auth';
import { DomainError, newId } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import { type CountyDb, runInCounty, type Actor } from '@fc/tenancy';
import type { NestMiddleware, RawBodyRequest } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { partnerOf, principalOf } from './principals.ts';

/** A request that has passed the gate. */
export interface GatedRequest extends Request {
  /** Whoever has signed in; nobody, where public content alone is asked for. */
  principal?: Principal | Operator | Partner | IntakeDesk | StatePrincipal;
}

/**
 * The one way into a service: signed by the gateway, with a token of an active county, for a person whom that county knows.
 * Somebody of the state comes in without a county, so that no county's data can answer them; so does whoever asks without a token
 * for what is public, and for nothing else.
 */
export class RequestGate implements NestMiddleware {
  readonly #requests: RequestVerifier;
  readonly #tokens: TokenVerifier;
  readonly #db: CountyDb;
  readonly #logger: Logger;

  constructor(requests: RequestVerifier, tokens: TokenVerifier, db: CountyDb, logger: Logger) {
    this.#requests = requests;
    this.#tokens = tokens;
    this.#db = db;
    this.#logger = logger;
  }

  async use(request: RawBodyRequest<Request>, response: Response, next: NextFunction): Promise<void> {
    try {
      const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
      await this.#requests.verify(single(request.headers[SIGNATURE_HEADER]), { body: request.rawBody ?? '', ...(bearer ? { token: bearer } : {}) });
      requireFewReferences(request.body);
      if (!bearer) {
        if (!asksOnlyForPublic((request.body as { readonly query?: unknown } | undefined)?.query)) throw new DomainError('UNAUTHENTICATED', 'Please sign in.');
        return next(); // no county, no principal: whatever is not public answers nothing
      }
      const token = await this.#tokens.verify(bearer);
      const { county } = token;
      if (token.class === 'state') {
        (request as GatedRequest).principal = new StatePrincipal(token.subject);
        return next();
      }
      if (!county) throw new DomainError('NO_COUNTY', 'This belongs to a county, and your account does not.');
      const correlationId = single(request.headers['x-correlation-id']) ?? newId();
      const inCounty = <Result>(actor: Actor, work: () => Result): Result => runInCounty({ county, actor, action: 'query', correlationId }, work);

      if (token.class === 'service') {
        const operator = new Operator(county, token.azp);
        (request as GatedRequest).principal = operator;
        return inCounty({ person: null, kind: operator.name, roles: [] }, () => next());
      }
      if (token.class === 'intake') {
        (request as GatedRequest).principal = new IntakeDesk(county);
        return inCounty({ person: null, kind: 'intake', roles: [] }, () => next());
      }
      if (token.class === 'partner') {
        const partner = await inCounty({ person: null, kind: token.azp, roles: [] }, () => this.#toldOf(() => partnerOf(this.#db, county, token)));
        (request as GatedRequest).principal = partner;
        return inCounty({ person: partner.id, kind: 'partner', roles: [] }, () => next());
      }
      const principal = await inCounty({ person: null, kind: 'account', roles: [] }, () => this.#toldOf(() => principalOf(this.#db, county, token)));
      (request as GatedRequest).principal = principal;
      return inCounty({ person: principal.person, kind: 'user', roles: principal.roles }, () => next());
    } catch (error) {
      this.#refuse(error, response);
    }
  }

  /** Whom the county does not know, or no longer lets in, its trail tells of: the token was good. */
  async #toldOf<Caller>(find: () => Promise<Caller>): Promise<Caller> {
    try {
      return await find();
    } catch (error) {
      if (error instanceof DomainError && error.code !== 'COUNTY_UPGRADING') await this.#db.auditRefusal('sign-in', error.code);
      throw error;
    }
  }

  #refuse(error: unknown, response: Response): void {
    const known = error instanceof DomainError ? error : new DomainError('INTERNAL', 'Something went wrong on our side. Please try again.');
    this.#logger.warn({ code: known.code, reason: error instanceof DomainError ? String(error.cause ?? error.message) : String(error) }, 'a request was refused at the gate');
    response.status(known.code === 'INTERNAL' ? 500 : 401).json({ errors: [{ message: known.message, extensions: { code: known.code } }] });
  }
}

/** How many things of other services one request may ask about. */
const mostReferences = 1_000;

function requireFewReferences(body: unknown): void {
  const { variables } = (body ?? {}) as { variables?: Record<string, unknown> };
  if (Object.values(variables ?? {}).some((value) => Array.isArray(value) && value.length > mostReferences))
    throw new DomainError('TOO_MANY_REFERENCES', `One request may ask about ${mostReferences} things at most. Ask for smaller pages.`);
}

const single = (header: string | string[] | undefined): string | undefined => (Array.isArray(header) ? header[0] : header);
