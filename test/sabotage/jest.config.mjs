import { join } from 'node:path';
import base from '../../jest.config.mjs';
import { swcOptions } from '../../libs/tooling/src/swc-options.mjs';

/** The run's own configuration, but for the sabotage named in FC_SABOTAGE. */
export default {
  ...base,
  rootDir: join(import.meta.dirname, '../..'),
  transform: { '^.+\\.ts$': [join(import.meta.dirname, 'transformer.mjs'), { ...swcOptions, sabotage: process.env.FC_SABOTAGE }] },
};
