import { z } from 'zod';
import { defineEvent } from '../event-contract.ts';
import { idOf, instant } from '../facts.ts';

/** A permission ended. */
export const ContactPermissionEndedV1 = defineEvent(
  'identity.contact-permission-ended.v1',
  'permissionId',
  z.object({
    permissionId: idOf<'ContactPermission'>(),
    people: z.array(idOf<'Person'>()).length(2),
    endedAt: instant,
  }),
);
