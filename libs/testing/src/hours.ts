import { Temporal } from '@fc/domain-kernel';

/** The moment in so many hours, spelled as the platform spells it in answers and events: without zeros at the end of its seconds. */
export const inHours = (hours: number): string => Temporal.Instant.fromEpochMilliseconds(Math.round(Date.now() + hours * 3_600_000)).toString();

/** The moment so many hours ago; 0 is now. */
export const hoursAgo = (hours: number): string => inHours(-hours);
