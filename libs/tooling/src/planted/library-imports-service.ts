// Refused at libs/tenancy/src/county-db.ts by @nx/enforce-module-boundaries noCircularDependencies
export * from '@fc/identity';

// Instead
export * from '@fc/domain-kernel';
