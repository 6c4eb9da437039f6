import { readConfig } from '@fc/runtime';
import type { Subgraph } from '../subgraph.ts';
import { startSubgraph } from './start-subgraph.ts';

/** What a service's `main.ts` does: starts it as the environment says, and stops it in order when asked to. */
export async function bootstrapSubgraph(subgraph: Subgraph): Promise<void> {
  const running = await startSubgraph(subgraph, readConfig());
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void running.close());
}
