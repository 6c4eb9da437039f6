import { newId } from '@fc/domain-kernel';
import { Placement } from '../src/projections/placement.entity.ts';

/** A child's first, where `facts` say nothing else: in a foster family's home, on a Thursday evening in Seattle, a day after the removal; the clocks go forward on the Sunday after. */
export const firstPlacement = (facts: Partial<Parameters<typeof Placement.started>[0]> = {}): Placement =>
  Placement.started({
    placementId: newId(),
    childId: newId(),
    episodeId: newId(),
    type: 'FOSTER_FAMILY_HOME',
    countsAsMove: true,
    householdId: newId(),
    startedAt: { at: '2026-03-06T02:00:00Z', precision: 'MINUTE' },
    removedAt: { at: '2026-03-05T02:00:00Z', precision: 'MINUTE' },
    firstOfEpisode: true,
    previousPlacementId: null,
    ...facts,
  });
