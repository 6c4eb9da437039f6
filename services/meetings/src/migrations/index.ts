import type { SchemaStep } from '@fc/tenancy';
import { firstContactsAndMeetings } from './0001-first-contacts-and-meetings.ts';
import { plansWithinTheCasePlan } from './0002-plans-within-the-case-plan.ts';
import { relativesAtMeetings } from './0003-relatives-at-meetings.ts';
import { deadlines } from './0004-deadlines.ts';
import { relationshipGuide } from './0005-relationship-guide.ts';
import { agreementsAndStatements } from './0006-agreements-and-statements.ts';
import { freeTimesAndVirtualMeetings } from './0007-free-times-and-virtual-meetings.ts';
import { profilesThatGoAlong } from './0008-profiles-that-go-along.ts';
import { calendarsAgendasAndBridgedCalls } from './0009-calendars-agendas-and-bridged-calls.ts';
import { hearingsAndTransitions } from './0010-hearings-and-transitions.ts';
import { plansMadeAfterwards } from './0011-plans-made-afterwards.ts';
import { progressSharing } from './0012-progress-sharing.ts';
import { momentsAndWordings } from './0013-moments-and-wordings.ts';
import { decisionsOnWorkLists } from './0014-decisions-on-work-lists.ts';
import { mandatedReports } from './0015-mandated-reports.ts';
import { whoCameToTheMeeting } from './0016-who-came-to-the-meeting.ts';
import { icebreakersWithoutShow } from './0017-icebreakers-without-show.ts';
import { meetingsWithWhatTheyNeed } from './0018-meetings-with-what-they-need.ts';
import { strengthsConcernsAndLinks } from './0019-strengths-concerns-and-links.ts';
import { interpreterNeeds } from './0030-interpreter-needs.ts';
import { meetingsWithALength } from './0031-meetings-with-a-length.ts';
import { draftsBesideConnections } from './0032-drafts-beside-connections.ts';
import { transitionsOnWorkLists } from './0033-transitions-on-work-lists.ts';
import { whatTookPlaceBefore } from './0035-what-took-place-before.ts';
import { missesToExplain } from './0037-misses-to-explain.ts';
import { endsOfTransitionsAndSharedTicks } from './0038-ends-of-transitions-and-shared-ticks.ts';

export const meetingsSteps: readonly SchemaStep[] = [
  firstContactsAndMeetings,
  plansWithinTheCasePlan,
  relativesAtMeetings,
  deadlines,
  relationshipGuide,
  agreementsAndStatements,
  freeTimesAndVirtualMeetings,
  profilesThatGoAlong,
  calendarsAgendasAndBridgedCalls,
  hearingsAndTransitions,
  plansMadeAfterwards,
  progressSharing,
  momentsAndWordings,
  decisionsOnWorkLists,
  mandatedReports,
  whoCameToTheMeeting,
  icebreakersWithoutShow,
  meetingsWithWhatTheyNeed,
  strengthsConcernsAndLinks,
  interpreterNeeds,
  meetingsWithALength,
  draftsBesideConnections,
  transitionsOnWorkLists,
  whatTookPlaceBefore,
  missesToExplain,
  endsOfTransitionsAndSharedTicks,
];
