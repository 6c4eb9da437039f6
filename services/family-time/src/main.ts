import { bootstrapSubgraph } from '@fc/subgraph';
import { familyTime } from './app.module.ts';

await bootstrapSubgraph(familyTime);
