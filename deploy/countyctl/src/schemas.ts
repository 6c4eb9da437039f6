import { identitySchema } from '@fc/identity/schema';
import { matchingSchema } from '@fc/matching/schema';
import type { ServiceSchema } from '@fc/tenancy';

/** Every service that keeps data in a county. */
export const schemas: readonly ServiceSchema[] = [identitySchema, matchingSchema];
