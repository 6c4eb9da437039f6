import { WindowMissedV1, type EventData } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import type { Transaction } from '@fc/tenancy';
import type { KeptWindow } from './due-window.ts';

type Missed = Pick<KeptWindow, 'closesAt' | 'missReason'> & { readonly id: string; readonly placementId?: Id<'Placement'> };

/** Says that a window was missed and why, which its thing keeps by now. */
export function sayMissed(tx: Transaction, kind: EventData<typeof WindowMissedV1>['kind'], { id, placementId = undefined, closesAt, missReason }: Missed): void {
  if (!missReason) return;
  tx.emit(WindowMissedV1, { windowId: id as Id<'Window'>, kind, placementId: placementId ?? null, closedAt: closesAt.toString(), reason: missReason });
}
