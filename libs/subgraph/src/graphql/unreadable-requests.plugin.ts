import { countyContextIfAny, type CountyDb } from '@fc/tenancy';
import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type DocumentNode } from 'graphql';

/**
 * Writes into the county's trail what is refused before any resolver runs: an id that is none, a field that is missing.
 * What a resolver refuses, `ErrorMapping` has written already.
 */
export const auditUnreadableRequests = (db: CountyDb): ApolloServerPlugin => ({
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: async ({ errors, document }) => {
        if (!countyContextIfAny()) return;
        for (const error of errors) {
          const code = error.extensions['code'];
          if (!error.path) await db.auditRefusal(rootFields(document), typeof code === 'string' ? code : 'UNREADABLE');
        }
      },
    }),
});

/** What was asked for, as far as it can be read. */
function rootFields(document: DocumentNode | undefined): string {
  const operation = document?.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fields = operation?.selectionSet.selections.flatMap((selection) => (selection.kind === Kind.FIELD ? selection.name.value : []));
  return fields?.join(', ') || 'an unreadable request';
}
