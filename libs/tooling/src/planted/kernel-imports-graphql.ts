// Refused at libs/domain-kernel/src/domain-error.ts by @nx/enforce-module-boundaries bannedExternalImportsViolation
// Allowed at libs/subgraph/src/errors.ts
export { GraphQLError } from 'graphql';
