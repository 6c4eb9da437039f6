// Refused at gateway/src/live.ts by @nx/enforce-module-boundaries onlyTagsConstraintViolation
export * from '@fc/contracts';

// Instead
export * from '@fc/messaging';
