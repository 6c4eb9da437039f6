import { casePlanEntities, casePlanSteps, contactEntities, contactSteps, projection, serviceSchema, WhenCasePlanLimitSet } from '@fc/subgraph';
import { childRemovalSchema } from './connections/child-removal.entity.ts';
import { connectedChildSchema } from './connections/connected-child.entity.ts';
import { connectedFamiliesSchema } from './connections/connected-families.entity.ts';
import { WhenPlacementStarted } from './connections/when-placement-started.consumer.ts';
import { familyTimeSteps } from './migrations/index.ts';
import { familyTimePlanSchema } from './plans/family-time-plan.entity.ts';
import { planRefusals } from './plans/plans.errors.ts';
import { familyTimeVisitSchema } from './visits/family-time-visit.entity.ts';
import { visitBarrierSchema } from './visits/visit-barrier.entity.ts';

/** What family time keeps in a county's database. */
export const familyTimeSchema = serviceSchema({
  service: 'family-time',
  entities: [...contactEntities, ...casePlanEntities, connectedFamiliesSchema, connectedChildSchema, childRemovalSchema, familyTimePlanSchema, familyTimeVisitSchema, visitBarrierSchema],
  steps: [...contactSteps, ...casePlanSteps, ...familyTimeSteps],
  refusals: { ...planRefusals },
  projections: [projection(['child_removal'], WhenPlacementStarted), projection(['case_plan_limit'], WhenCasePlanLimitSet)],
});
