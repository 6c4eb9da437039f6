import { boundaries } from './libs/tooling/src/eslint/boundaries.mjs';
import { confinement } from './libs/tooling/src/eslint/confinement.mjs';
import { unlinted } from './libs/tooling/src/eslint/places.mjs';
import { typescript } from './libs/tooling/src/eslint/typescript.mjs';

export default [{ ignores: unlinted }, { linterOptions: { reportUnusedDisableDirectives: 'error' } }, ...typescript, ...boundaries, ...confinement];
