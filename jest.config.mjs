import { swcOptions } from './libs/tooling/src/swc-options.mjs';

/** Unit tests lie beside the code (*.spec.ts); a service's tests on real parts in <service>/test (*.int-spec.ts); cross-service ones in test/. */
export default {
  testEnvironment: '<rootDir>/libs/testing/src/test-environment.mjs',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', swcOptions] },
  testEnvironmentOptions: { customExportConditions: ['@fc/source', 'node', 'node-addons'] },
  testMatch: ['<rootDir>/{libs,services,gateway,deploy,test}/**/*.{spec,int-spec}.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/planted/'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/.nx/', '<rootDir>/.data/'],
  globalSetup: '<rootDir>/libs/testing/src/global-setup.mjs',
  globalTeardown: '<rootDir>/libs/testing/src/global-teardown.mjs',
  // Begun anew when it has grown: what a file leaves behind is never all given back.
  workerIdleMemoryLimit: '1.5GB',
  testTimeout: 30_000,
};
