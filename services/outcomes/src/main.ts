import { bootstrapSubgraph } from '@fc/subgraph';
import { outcomes } from './app.module.ts';

await bootstrapSubgraph(outcomes);
