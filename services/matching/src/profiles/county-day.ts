import type { Temporal } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';

/** The calendar day that it is in the county at that instant. */
export const countyDay = ({ context: { county } }: Reader, at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(county.timeZone).toPlainDate();
