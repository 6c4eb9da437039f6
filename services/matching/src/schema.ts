import { contactEntities, contactSteps, projection, serviceSchema } from '@fc/subgraph';
import { protectionSteps } from '@fc/tenancy';
import { committeeMembershipSchema } from './committee/committee-membership.entity.ts';
import { handOverSchema } from './hand-overs/hand-over.entity.ts';
import { childKinSchema } from './kin/child-kin.entity.ts';
import { matchRefusals, mentorMatchSchema } from './matches/mentor-match.entity.ts';
import { matchingSteps } from './migrations/index.ts';
import { connectionPartySchema } from './needs/connection-party.entity.ts';
import { mentorNeedSchema } from './needs/mentor-need.entity.ts';
import { knownPersonSchema } from './people/known-person.entity.ts';
import { WhenPersonProfileChanged } from './people/when-person-profile-changed.consumer.ts';
import { WhenTrainingCompleted } from './people/when-training-completed.consumer.ts';
import { mentorProfileSchema } from './profiles/mentor-profile.entity.ts';
import { profileRefusals } from './profiles/profiles.errors.ts';
import { matchProposalSchema } from './proposals/match-proposal.entity.ts';
import { proposalRefusals } from './proposals/proposals.errors.ts';
import { rematchRequestSchema } from './rematch-requests/rematch-request.entity.ts';
import { matchRunSchema } from './runs/match-run.entity.ts';

/** What matching keeps in a county's database. */
export const matchingSchema = serviceSchema({
  service: 'matching',
  entities: [...contactEntities, knownPersonSchema, connectionPartySchema, childKinSchema, mentorNeedSchema, mentorProfileSchema, matchRunSchema, matchProposalSchema, mentorMatchSchema, rematchRequestSchema, handOverSchema, committeeMembershipSchema],
  steps: [...contactSteps, ...protectionSteps, ...matchingSteps],
  refusals: { ...profileRefusals, ...proposalRefusals, ...matchRefusals },
  projections: [projection(['known_person'], WhenPersonProfileChanged, WhenTrainingCompleted)],
});

export { committeeTables } from './committee/state-tables.ts';
