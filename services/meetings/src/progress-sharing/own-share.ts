import { RowNotFound, type Reader } from '@fc/tenancy';
import { actingPerson } from '../projections/acting-person.ts';
import { ProgressShare } from './progress-share.entity.ts';

/** What the acting parent shares; for everybody else it is not there, shown to them or not. Throws `NOT_FOUND`. */
export async function ownShare(reader: Reader, id: string): Promise<ProgressShare> {
  const share = await reader.get(ProgressShare, id);
  if (share.sharedBy !== actingPerson(reader)) throw new RowNotFound('ProgressShare', id);
  return share;
}
