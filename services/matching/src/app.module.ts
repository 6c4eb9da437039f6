import { MatchingWordsErasedV1 } from '@fc/contracts';
import type { Subgraph } from '@fc/subgraph';
import { CandidatesModule } from './candidates/candidates.module.ts';
import { CommitteeModule } from './committee/committee.module.ts';
import { erasedWords } from './erased-words.ts';
import { HandOversModule } from './hand-overs/hand-overs.module.ts';
import { KinModule } from './kin/kin.module.ts';
import { MatchesModule } from './matches/matches.module.ts';
import { NeedsModule } from './needs/needs.module.ts';
import { OverviewModule } from './overview/overview.module.ts';
import { OwnWordsModule } from './own-words/own-words.module.ts';
import { PeopleModule } from './people/people.module.ts';
import { ProfilesModule } from './profiles/profiles.module.ts';
import { ProposalsModule } from './proposals/proposals.module.ts';
import { RematchRequestsModule } from './rematch-requests/rematch-requests.module.ts';
import { RunsModule } from './runs/runs.module.ts';
import { matchingSchema } from './schema.ts';
import { WaitlistModule } from './waitlist/waitlist.module.ts';

/** Matching: who needs a mentor, who can be one, and who came together. */
export const matching: Subgraph = {
  schema: matchingSchema,
  features: [OwnWordsModule, PeopleModule, KinModule, NeedsModule, WaitlistModule, ProfilesModule, RunsModule, ProposalsModule, CandidatesModule, MatchesModule, RematchRequestsModule, HandOversModule, CommitteeModule, OverviewModule],
  erasure: { words: erasedWords, report: MatchingWordsErasedV1 },
  ownRecords: {
    MentorProfile: 'your mentor profile',
    MentorNeed: 'finding a mentor',
    MatchProposal: 'finding a mentor',
    MatchRun: 'finding a mentor',
    MentorMatch: 'your match',
    CommitteeMembership: 'the statewide committee',
    HandOver: 'what your next mentor may know',
  },
};
