import { Temporal } from '@fc/domain-kernel';
import { column } from '@fc/tenancy';

/** Since when a thing is suspended or closed; null while it is not, and where nobody kept it. */
export const offColumns = () => ({
  suspendedAt: column.instant().nullable(),
  closedAt: column.instant().nullable(),
});

interface MayBeOff {
  readonly status: string;
  readonly suspendedAt?: Temporal.Instant | null;
  readonly closedAt?: Temporal.Instant | null;
}

/**
 * Whether that was before it came to be suspended or closed: what took place by then is written down afterwards, as far as the ledger
 * allowed it at that time, and nothing comes back by it.
 */
export function wasStillPossible({ status, suspendedAt, closedAt }: MayBeOff, at: Temporal.Instant): boolean {
  const since = { SUSPENDED: suspendedAt, CLOSED: closedAt }[status];
  return since != null && [since, suspendedAt].every((off) => off == null || Temporal.Instant.compare(at, off) < 0);
}
