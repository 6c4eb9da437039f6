import type { Subgraph } from '@fc/subgraph';
import { ConnectionsModule } from './connections/connections.module.ts';
import { FamiliesModule } from './families/families.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { PlacementsModule } from './placements/placements.module.ts';
import { identitySchema } from './schema.ts';

/** Identity and tenancy: who people are, who lives where, and who is on what. */
export const identity: Subgraph = {
  schema: identitySchema,
  features: [PeopleModule, FamiliesModule, PlacementsModule, ConnectionsModule],
};
