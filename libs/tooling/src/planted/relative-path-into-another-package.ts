// Refused at services/matching/src/main.ts by @nx/enforce-module-boundaries noRelativeOrAbsoluteImportsAcrossLibraries
export * from '../../../libs/runtime/src/index.ts';

// Instead
export * from '@fc/runtime';
