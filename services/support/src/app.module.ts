import { SupportWordsErasedV1 } from '@fc/contracts';
import type { Subgraph } from '@fc/subgraph';
import { erasedWords } from './erased-words.ts';
import { ContentModule } from './content/content.module.ts';
import { GlossaryModule } from './glossary/glossary.module.ts';
import { OrganizationsModule } from './organizations/organizations.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { PerspectiveTakingModule } from './perspective-taking/perspective-taking.module.ts';
import { ProtectiveFactorsModule } from './protective-factors/protective-factors.module.ts';
import { ReferralsModule } from './referrals/referrals.module.ts';
import { supportSchema } from './schema.ts';
import { TrainingModule } from './training/training.module.ts';

/** Support: what people learn for partnering, and the community services that they are referred to. */
export const support: Subgraph = {
  schema: supportSchema,
  features: [PeopleModule, TrainingModule, ReferralsModule, ProtectiveFactorsModule, ContentModule, PerspectiveTakingModule, GlossaryModule, OrganizationsModule],
  erasure: { words: erasedWords, report: SupportWordsErasedV1 },
  ownRecords: {
    ResourceReferral: 'your referrals',
    TrainingCompletion: 'your training',
  },
};
