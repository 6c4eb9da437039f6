import { familyTimeSchema } from '@fc/family-time/schema';
import { identitySchema } from '@fc/identity/schema';
import { matchingSchema } from '@fc/matching/schema';
import { meetingsSchema } from '@fc/meetings/schema';
import { outcomesSchema } from '@fc/outcomes/schema';
import { supportSchema } from '@fc/support/schema';
import type { ServiceSchema } from '@fc/tenancy';

/** Every service that keeps data in a county. */
export const schemas: readonly ServiceSchema[] = [identitySchema, matchingSchema, meetingsSchema, familyTimeSchema, outcomesSchema, supportSchema];
