import { projection, serviceSchema } from '@fc/subgraph';
import { protectionSteps } from '@fc/tenancy';
import { contentReviewSchema } from './content/content-review.entity.ts';
import { contentRefusals } from './content/content.errors.ts';
import { supportSteps } from './migrations/index.ts';
import { enrolledPersonSchema } from './people/enrolled-person.entity.ts';
import { WhenPeopleMerged } from './people/when-people-merged.consumer.ts';
import { WhenPersonProfileChanged } from './people/when-person-profile-changed.consumer.ts';
import { organizationSchema } from './organizations/organization.entity.ts';
import { organizationRefusals } from './organizations/organizations.errors.ts';
import { finishedReflectionsSchema } from './perspective-taking/finished-reflections.entity.ts';
import { perspectiveRefusals } from './perspective-taking/perspective-taking.errors.ts';
import { reflectionSchema } from './perspective-taking/reflection.entity.ts';
import { resourceReferralSchema } from './referrals/resource-referral.entity.ts';
import { trainingCompletionSchema } from './training/training-completion.entity.ts';
import { trainingRefusals } from './training/training.errors.ts';

/** What support keeps in a county's database. */
export const supportSchema = serviceSchema({
  service: 'support',
  entities: [enrolledPersonSchema, trainingCompletionSchema, resourceReferralSchema, contentReviewSchema, reflectionSchema, finishedReflectionsSchema, organizationSchema],
  steps: [...protectionSteps, ...supportSteps],
  refusals: { ...trainingRefusals, ...contentRefusals, ...perspectiveRefusals, ...organizationRefusals },
  projections: [projection(['enrolled_person'], WhenPersonProfileChanged, WhenPeopleMerged)],
});
