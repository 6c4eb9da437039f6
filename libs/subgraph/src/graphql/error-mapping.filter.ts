import { DomainError, newId } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import { countyContextIfAny, CountyDb } from '@fc/tenancy';
import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { GqlArgumentsHost } from '@nestjs/graphql';
import type { Response } from 'express';
import { GraphQLError, type GraphQLResolveInfo } from 'graphql';

/**
 * Turns what was thrown into an answer with a code and a sentence, and writes the refusal into the county's trail before it leaves.
 * What nobody foresaw is logged whole and answered with nothing but a reference.
 */
@Catch()
export class ErrorMapping implements ExceptionFilter {
  readonly #db: CountyDb;
  readonly #logger: Logger;

  constructor(db: CountyDb, logger: Logger) {
    this.#db = db;
    this.#logger = logger;
  }

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    // Nest awaits this for GraphQL alone: what is thrown here for anything else ends the process.
    if (host.getType<'http' | 'graphql'>() === 'http') return this.#answer(error, host.switchToHttp().getResponse());
    const info = GqlArgumentsHost.create(host).getInfo<GraphQLResolveInfo | undefined>();
    const action = info?.fieldName ?? '_entities';
    const county = countyContextIfAny();
    const correlationId = county?.correlationId ?? newId();
    if (error instanceof GraphQLError) throw error;
    if (!(error instanceof DomainError)) {
      this.#logger.error({ err: error, action, correlationId }, 'an unforeseen error');
      throw new GraphQLError(`Something went wrong on our side; nothing was saved. Please try again, or tell us this reference: ${correlationId}`, { extensions: { code: 'INTERNAL' } });
    }
    // Somebody of the state has no county whose trail could tell of it.
    if (!county) this.#logger.info({ action, code: error.code, correlationId }, 'somebody of the state was refused');
    // Its database is not ours to write to while it is being brought up to date.
    else if (error.code !== 'COUNTY_UPGRADING') await this.#db.auditRefusal(action, error.code);
    throw new GraphQLError(error.message, { extensions: { code: error.code } });
  }

  /** Of a request that never came to GraphQL: to another path, or with a body that is no JSON. */
  #answer(error: unknown, response: Response): void {
    const status = error instanceof HttpException ? error.getStatus() : 500;
    if (status >= 500) this.#logger.error({ err: error }, 'an unforeseen error outside GraphQL');
    const [code, message] = outsideGraphQL[status] ?? (status >= 500 ? ['INTERNAL', 'Something went wrong on our side. Please try again.'] : ['BAD_REQUEST', 'This request cannot be read.']);
    response.status(status).json({ errors: [{ message, extensions: { code } }] });
  }
}

const outsideGraphQL: Readonly<Record<number, readonly [code: string, message: string]>> = {
  401: ['UNSIGNED_REQUEST', 'This service answers only requests that come through the gateway.'],
  404: ['NOT_FOUND', 'There is nothing here.'],
  413: ['REQUEST_TOO_LARGE', 'This request is too large.'],
};
