import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A program supervisor broke the glass: until then they may read what is kept from them of this person or child. Why stays with identity. */
export const AccessElevatedV1 = defineEvent(
  'identity.access-elevated.v1',
  'personId',
  z.object({
    useId: idOf<'BreakGlassUse'>(),
    /** The program supervisor. */
    personId: idOf<'Person'>(),
    /** The person or child. */
    subjectId: z.uuid(),
    from: instant,
    until: instant,
  }),
);
