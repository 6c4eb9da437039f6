import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** The last quarter of the time for the notice to a child’s relatives has begun, and somebody is still to be found or told. */
export const RelativeNoticeApproachingV1 = defineEvent(
  'identity.relative-notice-approaching.v1',
  'episodeId',
  z.object({
    episodeId: idOf<'FosterCareEpisode'>(),
    childId: idOf<'Child'>(),
    /** 30 days after the removal, at the end of the county's day. */
    dueBy: instant,
  }),
);
