import { DomainError, Temporal, type DueWindow } from '@fc/domain-kernel';
import { column } from '@fc/tenancy';

/** Why a window closed without what belonged in it (R84). */
export enum MissReason {
  NO_PERMISSION = 'NO_PERMISSION',
  PARENT_DECLINED = 'PARENT_DECLINED',
  UNREACHABLE = 'UNREACHABLE',
  CONTACT_PROHIBITED = 'CONTACT_PROHIBITED',
  SAFETY = 'SAFETY',
  AGENCY_DELAY = 'AGENCY_DELAY',
  OTHER = 'OTHER',
}
const missReasons: readonly `${MissReason}`[] = Object.values(MissReason);

/** The columns of a thing that is due in a window, with the rule and the start that the window was computed from. */
export const windowColumns = () => ({
  /** The stable name of the rule: 'COMFORT_CALL_24_HOURS_FROM_PLACEMENT'. */
  rule: column.text(),
  /** The kind of event that started the clock. */
  startedBy: column.text(),
  clockStart: column.instant(),
  opensAt: column.instant(),
  closesAt: column.instant(),
  /** Null while nobody has had to say why it was missed. */
  missReason: column.oneOf(missReasons).nullable(),
});

/** A window as those columns keep it. */
export interface KeptWindow {
  rule: string;
  startedBy: string;
  clockStart: Temporal.Instant;
  opensAt: Temporal.Instant;
  closesAt: Temporal.Instant;
  missReason: `${MissReason}` | null | undefined;
}

/** The same thing is due at another time; why the old window was missed, if somebody had to say, stays said. */
export const moveWindow = ({ rule, startedBy, start, opens, closes }: DueWindow) => ({ rule, startedBy, clockStart: start, opensAt: opens, closesAt: closes });

export const keepWindow = (window: DueWindow) => ({ ...moveWindow(window), missReason: null });

/** The later of two instants: what both must have happened for. */
export const laterOf = (one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant => (Temporal.Instant.compare(one, other) > 0 ? one : other);

/** Whether that instant lies behind the window. */
export const isLate = (window: Pick<KeptWindow, 'closesAt'>, at: Temporal.Instant): boolean => Temporal.Instant.compare(at, window.closesAt) >= 0;

/**
 * Keeps why the window was missed, once. A window forbids nothing; only what comes too late needs its reason.
 * Answers whether it was said just now. Throws `MEETINGS.REASON_NEEDED`.
 */
export function explainIfLate(window: KeptWindow, at: Temporal.Instant, reason: `${MissReason}` | null | undefined): boolean {
  if (!isLate(window, at) || window.missReason) return false;
  if (!reason) throw new DomainError('MEETINGS.REASON_NEEDED', 'This comes after its time was up. Please say why.');
  window.missReason = reason;
  return true;
}
