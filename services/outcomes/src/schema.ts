import { serviceSchema } from '@fc/subgraph';
import { outcomeFactSchema } from './facts/outcome-fact.entity.ts';
import { connectionJourneySchema } from './journey/connection-journey.entity.ts';
import { episodeJourneySchema } from './journey/episode-journey.entity.ts';
import { journeyChildSchema } from './journey/journey-child.entity.ts';
import { outcomesSteps } from './migrations/index.ts';
import { readinessAssessmentSchema } from './readiness/readiness-assessment.entity.ts';
import { readinessImprovementSchema } from './readiness/readiness-improvement.entity.ts';
import { readinessRefusals } from './readiness/readiness.errors.ts';
import { stateFactKeySchema } from './release/state-fact-key.entity.ts';

/** What outcomes keeps in a county's database. */
export const outcomesSchema = serviceSchema({
  service: 'outcomes',
  entities: [outcomeFactSchema, connectionJourneySchema, journeyChildSchema, episodeJourneySchema, stateFactKeySchema, readinessAssessmentSchema, readinessImprovementSchema],
  steps: outcomesSteps,
  refusals: { ...readinessRefusals },
});

export { stateTables } from './release/state-tables.ts';
