// Refused at libs/contracts/src/match-proposed.v1.ts by @nx/enforce-module-boundaries bannedExternalImportsViolation
// Allowed at libs/subgraph/src/errors.ts
export { GraphQLError } from 'graphql';
