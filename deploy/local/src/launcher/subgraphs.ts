import type { Subgraph } from '@fc/subgraph';

/** All services; they share this process on a developer's machine and have one each where they are deployed. */
export async function loadSubgraphs(): Promise<Subgraph[]> {
  const [{ identity }, { matching }, { meetings }, { familyTime }, { support }, { outcomes }] = await Promise.all([
    import('@fc/identity'),
    import('@fc/matching'),
    import('@fc/meetings'),
    import('@fc/family-time'),
    import('@fc/support'),
    import('@fc/outcomes'),
  ]);
  return [identity, matching, meetings, familyTime, support, outcomes];
}
