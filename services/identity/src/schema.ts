import { serviceSchema } from '@fc/subgraph';
import { connectionChildSchema } from './connections/connection-child.entity.ts';
import { connectionRefusals } from './connections/connections.errors.ts';
import { familyConnectionSchema } from './connections/family-connection.entity.ts';
import { caregiverHouseholdSchema } from './families/caregiver-household.entity.ts';
import { childSchema } from './families/child.entity.ts';
import { identitySteps } from './migrations/index.ts';
import { accountSchema } from './people/account.entity.ts';
import { personSchema } from './people/person.entity.ts';
import { roleAssignmentSchema } from './people/role-assignment.entity.ts';
import { fosterCareEpisodeSchema } from './placements/foster-care-episode.entity.ts';
import { placementSchema } from './placements/placement.entity.ts';

/** What identity keeps in a county's database. */
export const identitySchema = serviceSchema({
  service: 'identity',
  entities: [personSchema, accountSchema, roleAssignmentSchema, caregiverHouseholdSchema, childSchema, fosterCareEpisodeSchema, placementSchema, familyConnectionSchema, connectionChildSchema],
  steps: identitySteps,
  refusals: { ...connectionRefusals },
});
