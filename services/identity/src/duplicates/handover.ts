import { Temporal, type Id } from '@fc/domain-kernel';

/** Who gives, who takes, and when. */
export interface Handover {
  readonly from: Id<'Person'>;
  readonly to: Id<'Person'>;
  readonly at: Temporal.Instant;
}

/** Whether what ends then, or never, still holds or is still to come. */
export const lasts = (to: Temporal.Instant | null | undefined, at: Temporal.Instant): boolean => !to || Temporal.Instant.compare(to, at) > 0;
