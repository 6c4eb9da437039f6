import type { Subgraph } from '@fc/subgraph';
import { NeedsModule } from './needs/needs.module.ts';
import { matchingSchema } from './schema.ts';

/** Matching: who needs a mentor, who can be one, and who came together. */
export const matching: Subgraph = {
  schema: matchingSchema,
  features: [NeedsModule],
};
