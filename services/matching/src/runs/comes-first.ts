import type { Reader } from '@fc/tenancy';
import type { Need } from '../engine/matching-problem.ts';

/** Whether somebody has waited for as many days as it takes in the county to come before everybody who has not. */
export const comesFirst = ({ context }: Reader, { waitingDays }: Pick<Need, 'waitingDays'>): boolean => waitingDays >= context.county.settings.waitingComesFirstDays;
