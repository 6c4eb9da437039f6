import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf } from '../facts.ts';

/** These people of the program became known as a child's family: as parents, as relatives, or as somebody who is like one. Nothing takes it back: who was entered by mistake stays on the safe side. */
export const KinKnownV1 = defineEvent(
  'identity.kin-known.v1',
  'childId',
  z.object({
    childId: idOf<'Child'>(),
    personIds: z.array(idOf<'Person'>()).min(1),
  }),
);
