// Refused at services/matching/src/main.ts by @nx/enforce-module-boundaries noTransitiveDependencies
export type { Settings } from '@fc/runtime/src/config.ts';

// Instead
export type { Settings } from '@fc/runtime';
export type { County } from '@fc/tenancy/registry';
