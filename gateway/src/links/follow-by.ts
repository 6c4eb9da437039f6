import { z } from 'zod';
import type { SignedDataSource } from '../signed-data-source.ts';
import type { FollowLink } from './link-door.ts';

const answered = z.object({ done: z.boolean() });

/** Follows links by asking identity, once the graph has named it. */
export const followBy =
  (identity: () => SignedDataSource | undefined): FollowLink =>
  async (link) => {
    const source = identity();
    if (!source) throw new Error('The graph has no identity service.');
    return answered.parse(await source.post('/links', link)).done;
  };
