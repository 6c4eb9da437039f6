// Refused at services/matching/src/main.ts by @nx/enforce-module-boundaries noTransitiveDependencies
export { default } from 'semver';

// Instead
export { v7 } from 'uuid';
