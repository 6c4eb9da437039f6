import { FamilyTimeWordsErasedV1 } from '@fc/contracts';
import type { Subgraph } from '@fc/subgraph';
import { ConnectionsModule } from './connections/connections.module.ts';
import { erasedWords } from './erased-words.ts';
import { PlansModule } from './plans/plans.module.ts';
import { retained } from './retained.ts';
import { familyTimeSchema } from './schema.ts';
import { VisitsModule } from './visits/visits.module.ts';

/** Family time: how often a child and a parent are to see each other, and when they do. */
export const familyTime: Subgraph = {
  schema: familyTimeSchema,
  features: [ConnectionsModule, PlansModule, VisitsModule],
  erasure: { words: erasedWords, report: FamilyTimeWordsErasedV1 },
  retained,
  ownRecords: {
    FamilyTimePlan: 'your family time',
    FamilyTimeVisit: 'your family time',
  },
};
