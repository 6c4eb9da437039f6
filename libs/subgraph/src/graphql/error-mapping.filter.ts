import { DomainError, newId } from '@fc/domain-kernel';
import type { Logger } from '@fc/runtime';
import { countyContextIfAny, CountyDb } from '@fc/tenancy';
import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { GqlArgumentsHost } from '@nestjs/graphql';
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

  async catch(error: unknown, host: ArgumentsHost): Promise<never> {
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
}
