/** What never ships: tests beside the code, a package's tests on real parts, and the cross-service ones. */
export const tests = ['**/*.spec.ts', '**/*.int-spec.ts', '**/test/**/*.ts'];

/** What is not ours to lint: made by a tool, or wrong on purpose. */
export const unlinted = ['**/dist/**', '**/node_modules/**', '.nx/**', '.data/**', 'coverage/**', 'libs/tooling/src/planted/**'];
