// Refused at libs/contracts/src/match-proposed.v1.ts by @nx/enforce-module-boundaries onlyTagsConstraintViolation
export * from '@fc/runtime';

// Instead
export * from '@fc/domain-kernel';
export * from 'zod';
