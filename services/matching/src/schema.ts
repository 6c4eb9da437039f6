import { serviceSchema } from '@fc/subgraph';
import { matchingSteps } from './migrations/index.ts';
import { mentorNeedSchema } from './needs/mentor-need.entity.ts';

/** What matching keeps in a county's database. */
export const matchingSchema = serviceSchema({
  service: 'matching',
  entities: [mentorNeedSchema],
  steps: matchingSteps,
});
