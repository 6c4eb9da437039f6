// node --conditions=@fc/source --import <this file>: runs the TypeScript sources in process, compiled once and kept on disk.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { swcOptions } from './swc-options.mjs';

process.setSourceMapsEnabled(true);
const cache = join(import.meta.dirname, '../../../node_modules/.cache/fc-sources');
mkdirSync(cache, { recursive: true });
const require = createRequire(import.meta.url);
let swc;

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    const code = readFileSync(filename, 'utf8');
    const cached = join(cache, `${createHash('sha256').update(filename).update('\0').update(code).digest('hex')}.mjs`);
    if (!existsSync(cached)) {
      swc ??= require('@swc/core');
      const scratch = `${cached}.${process.pid}`;
      writeFileSync(scratch, swc.transformSync(code, { ...swcOptions, filename, sourceMaps: 'inline' }).code);
      renameSync(scratch, cached); // another process never reads half a file
    }
    return { format: 'module', source: readFileSync(cached, 'utf8'), shortCircuit: true };
  },
});
