// node --import <this file> after the one that reads TypeScript: the programs that a run starts have the sabotage of FC_SABOTAGE too.
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';
import swc from '@swc/core';
import { swcOptions } from '../../libs/tooling/src/swc-options.mjs';
import { planted } from './planted.mjs';

registerHooks({
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
    const filename = fileURLToPath(url);
    const source = readFileSync(filename, 'utf8');
    const changed = planted(process.env.FC_SABOTAGE, filename, source);
    if (changed === source) return next(url, context);
    return { format: 'module', source: swc.transformSync(changed, { ...swcOptions, filename }).code, shortCircuit: true };
  },
});
