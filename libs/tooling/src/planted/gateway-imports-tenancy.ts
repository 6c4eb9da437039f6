// Refused at gateway/src/issuers.ts by no-restricted-syntax
export * from '@fc/tenancy';

// Instead
export * from '@fc/tenancy/registry';
