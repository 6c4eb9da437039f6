// Refused at libs/runtime/src/logger.ts by @nx/enforce-module-boundaries noCircularDependencies
// Allowed at libs/messaging/src/relay.ts
export * from '@fc/tenancy';
