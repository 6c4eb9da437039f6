/** One way to compile TypeScript without checking it: legacy decorators with metadata, ES modules. */
export const swcOptions = {
  swcrc: false,
  configFile: false,
  isModule: true,
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};
