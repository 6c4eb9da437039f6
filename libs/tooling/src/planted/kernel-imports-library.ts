// Refused at libs/domain-kernel/src/clock.ts by @nx/enforce-module-boundaries noCircularDependencies
export * from '@fc/runtime';

// Instead
export * from 'temporal-polyfill';
