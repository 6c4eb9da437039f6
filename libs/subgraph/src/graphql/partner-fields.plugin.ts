import { Partner } from '@fc/auth';
import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/**
 * Refuses a partner's request that asks for one field more than its grant covers, before anything is read. Nest's guards
 * do not run on plain fields, and a grant covers fields.
 */
export const keepPartnersToTheirGrant: ApolloServerPlugin<{ principal: unknown }> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ contextValue: { principal }, document, schema }) => {
        if (!(principal instanceof Partner)) return Promise.resolve();
        const types = new TypeInfo(schema);
        visit(
          document,
          visitWithTypeInfo(types, {
            Field: ({ name: { value: field } }) => {
              const type = types.getParentType()?.name ?? '';
              if (!principal.mayAsk(type, field)) throw new GraphQLError(`Your organisation’s grant does not cover ${type}.${field}.`, { extensions: { code: 'FORBIDDEN' } });
            },
          }),
        );
        return Promise.resolve();
      },
    }),
};
