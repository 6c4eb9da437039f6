// Refused at services/matching/src/propose-match.ts by @nx/enforce-module-boundaries
// Refused at gateway/src/main.ts by @nx/enforce-module-boundaries
// Refused at deploy/local/src/launch.ts by @nx/enforce-module-boundaries
// Allowed at services/matching/src/propose-match.use-case.spec.ts
// Allowed at services/matching/test/proposals.int-spec.ts
export * from '@fc/testing';
