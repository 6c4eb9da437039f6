import type { Id } from '@fc/domain-kernel';
import type { CircleRole } from '@fc/subgraph';
import type { Reader } from '@fc/tenancy';
import { isFacilitating } from '../introductory-meetings/facilitators.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { Icebreaker } from './icebreaker.entity.ts';

/** As `getOnConnection`, for whoever facilitates it too, on the case or not. */
export async function getToFacilitate(reader: Reader, id: Id<'Icebreaker'>, ...allowed: readonly CircleRole[]): Promise<Icebreaker> {
  const found = await reader.get(Icebreaker, id);
  return isFacilitating(reader, found, await reader.get(FamilyConnection, found.connectionId)) ? found : getOnConnection(reader, Icebreaker, id, ...allowed);
}
