import { bootstrapSubgraph } from '@fc/subgraph';
import { matching } from './app.module.ts';

await bootstrapSubgraph(matching);
