import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** The time for the notice to a child’s relatives is over, and somebody is still to be found or told. */
export const RelativeNoticeMissedV1 = defineEvent(
  'identity.relative-notice-missed.v1',
  'episodeId',
  z.object({
    episodeId: idOf<'FosterCareEpisode'>(),
    childId: idOf<'Child'>(),
    /** 30 days after the removal, at the end of the county's day. */
    dueBy: instant,
  }),
);
