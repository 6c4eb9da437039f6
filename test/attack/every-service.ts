import { familyTime } from '@fc/family-time';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { meetings } from '@fc/meetings';
import { outcomes } from '@fc/outcomes';
import { support } from '@fc/support';

/** All of the platform. */
export const everyService = [identity, matching, meetings, familyTime, support, outcomes];
export const serviceNames = everyService.map(({ schema }) => schema.service);
