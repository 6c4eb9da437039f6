import { bootstrapSubgraph } from '@fc/subgraph';
import { support } from './app.module.ts';

await bootstrapSubgraph(support);
