import { bootstrapSubgraph } from '@fc/subgraph';
import { identity } from './app.module.ts';

await bootstrapSubgraph(identity);
