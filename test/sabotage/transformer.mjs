// Compiles as every test run does, with one sabotage planted on the way: the files themselves stay as they are.
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import swc from '@swc/jest';
import { sabotages } from './sabotages.mjs';

const root = join(import.meta.dirname, '../..');

export default {
  createTransformer({ sabotage: name, ...swcOptions }) {
    const compiler = swc.createTransformer(swcOptions);
    const { edits = [] } = sabotages.find((sabotage) => sabotage.name === name) ?? {};
    const planted = (source, path) => edits.filter(({ file }) => path === join(root, file)).reduce((text, { search, replace }) => text.replace(search, () => replace), source);
    return {
      ...compiler,
      process: (source, path, options) => compiler.process(planted(source, path), path, options),
      processAsync: (source, path, options) => compiler.processAsync(planted(source, path), path, options),
      getCacheKey: (source, path, options) => createHash('sha256').update(compiler.getCacheKey(source, path, options)).update(planted(source, path)).digest('hex'),
    };
  },
};
