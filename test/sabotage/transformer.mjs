// Compiles as every test run does, with one sabotage planted on the way: the files themselves stay as they are.
import { createHash } from 'node:crypto';
import swc from '@swc/jest';
import { planted } from './planted.mjs';

export default {
  createTransformer({ sabotage, ...swcOptions }) {
    const compiler = swc.createTransformer(swcOptions);
    return {
      ...compiler,
      process: (source, path, options) => compiler.process(planted(sabotage, path, source), path, options),
      processAsync: (source, path, options) => compiler.processAsync(planted(sabotage, path, source), path, options),
      getCacheKey: (source, path, options) => createHash('sha256').update(compiler.getCacheKey(source, path, options)).update(planted(sabotage, path, source)).digest('hex'),
    };
  },
};
