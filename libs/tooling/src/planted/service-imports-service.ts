// Refused at services/matching/src/propose-match.ts by @nx/enforce-module-boundaries onlyTagsConstraintViolation
// Allowed at deploy/local/src/launch.ts
export * from '@fc/identity';
