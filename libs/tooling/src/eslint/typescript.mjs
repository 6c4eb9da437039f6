import tseslint from 'typescript-eslint';

const workspaceProgram = `${import.meta.dirname}/../../tsconfig.workspace.json`;

/** How TypeScript is written here. Sources and tests are one program, so that the one rule that needs types builds it once. */
export const typescript = [
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    languageOptions: {
      // Without the decorator options `consistent-type-imports` takes an injected class for a mere type, and its fix breaks injection.
      parserOptions: { project: workspaceProgram, experimentalDecorators: true, emitDecoratorMetadata: true },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],
      // Reflection in Nest hands out classes and handlers as `Function`.
      '@typescript-eslint/no-unsafe-function-type': 'off',
    },
  },
  {
    files: ['**/*.{ts,mjs}'],
    rules: { 'no-dupe-keys': 'error', 'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }] },
  },
];
