import type { Logger } from '@fc/runtime';
import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Caller } from './caller.ts';
import { isQueryTooLarge, queryTooLarge } from './limits.ts';
import { withoutInput } from './without-input.ts';

/** What Apollo calls an error that nobody gave a code to, in the gateway itself and in a service. */
const unforeseen = new Set<unknown>([undefined, 'INTERNAL_SERVER_ERROR', 'DOWNSTREAM_SERVICE_ERROR']);

/**
 * The errors of an answer, as clients see them: a sentence, where it belongs, a code and the service it came from. One
 * that nobody foresaw is logged whole and answered with nothing but a reference.
 */
export const answerErrors = (logger: Logger): ApolloServerPlugin<Caller> => ({
  async requestDidStart() {
    return {
      async willSendResponse({ response: { body }, contextValue: { correlationId } }) {
        if (body.kind !== 'single' || !body.singleResult.errors) return;
        body.singleResult.errors = body.singleResult.errors.map((error) => {
          if (!unforeseen.has(error.extensions?.['code'])) return isQueryTooLarge(error.message) ? asSeen(error, queryTooLarge) : asSeen(error);
          logger.error({ err: error, correlationId }, 'an unforeseen error');
          return asSeen(error, { code: 'INTERNAL', message: `Something went wrong on our side. Please try again, or tell us this reference: ${correlationId}` });
        });
      },
    };
  },
});

function asSeen({ message, locations, path, extensions = {} }: GraphQLFormattedError, instead?: { readonly code: string; readonly message: string }): GraphQLFormattedError {
  const { code, serviceName: service } = extensions;
  return {
    message: instead?.message ?? withoutInput(message, code),
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code: instead?.code ?? code, ...(service !== undefined && { service }) },
  };
}
