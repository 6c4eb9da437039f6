import { Temporal } from '@fc/domain-kernel';
import type { Reader } from '@fc/tenancy';
import { ConnectionChild } from './connection-child.entity.ts';
import type { FamilyConnection } from './family-connection.entity.ts';
import { earliestStart, Placement } from './placement.entity.ts';

/** From when on something between two families can have taken place: the first stay of a child that joins them, which may have been entered later (decision 3). */
export async function earliestStay(reader: Reader, { id: connectionId, openedAt }: Pick<FamilyConnection, 'id' | 'openedAt'>): Promise<Temporal.Instant> {
  const stays = await reader.rows(ConnectionChild, { connectionId });
  const placements = await reader.find(Placement, { id: { $in: stays.map(({ placementId }) => placementId) } });
  const starts = placements.map((placement) => earliestStart(placement.start(), reader.context.county.timeZone));
  return [openedAt, ...starts].reduce((one, other) => (Temporal.Instant.compare(one, other) <= 0 ? one : other));
}
