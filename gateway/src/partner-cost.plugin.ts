import type { ApolloServerPlugin } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { getComplexity, simpleEstimator, type ComplexityEstimator } from 'graphql-query-complexity';
import type { Caller } from './caller.ts';
import { BudgetSpent } from './partner-budgets.ts';

/** A page costs what its nodes cost, as many times as it may hold them. */
const pages: ComplexityEstimator = ({ args, childComplexity }) => (typeof args['first'] === 'number' ? 1 + args['first'] * childComplexity : undefined);

/** Counts the fields that a partner's request may be answered with, and takes them from its grant's budget before a service is asked. */
export const spendPartnersCost: ApolloServerPlugin<Caller> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ schema, document, request: { variables = {}, operationName }, contextValue: { spendCost } }) => {
        if (!spendCost) return;
        const cost = getComplexity({ schema, query: document, variables, ...(operationName && { operationName }), estimators: [pages, simpleEstimator({ defaultComplexity: 1 })] });
        await spendCost(cost).catch((error: unknown) => {
          if (!(error instanceof BudgetSpent)) throw error;
          const headers = new HeaderMap([['retry-after', String(error.retryAfter)]]);
          // `http` is Apollo's own extension, which GraphQL's type of extensions does not know in this form.
          throw new GraphQLError(error.message, { extensions: { code: error.code, http: { status: 429, headers } as object } });
        });
      },
    }),
};
