import { bootstrapSubgraph } from '@fc/subgraph';
import { meetings } from './app.module.ts';

await bootstrapSubgraph(meetings);
