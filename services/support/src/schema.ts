import { projection, serviceSchema } from '@fc/subgraph';
import { supportSteps } from './migrations/index.ts';
import { enrolledPersonSchema } from './people/enrolled-person.entity.ts';
import { WhenPeopleMerged } from './people/when-people-merged.consumer.ts';
import { WhenPersonProfileChanged } from './people/when-person-profile-changed.consumer.ts';
import { resourceReferralSchema } from './referrals/resource-referral.entity.ts';
import { trainingCompletionSchema } from './training/training-completion.entity.ts';
import { trainingRefusals } from './training/training.errors.ts';

/** What support keeps in a county's database. */
export const supportSchema = serviceSchema({
  service: 'support',
  entities: [enrolledPersonSchema, trainingCompletionSchema, resourceReferralSchema],
  steps: supportSteps,
  refusals: { ...trainingRefusals },
  projections: [projection(['enrolled_person'], WhenPersonProfileChanged, WhenPeopleMerged)],
});
