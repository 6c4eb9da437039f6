import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { eventually, World } from '@fc/testing';
import { openConnection } from '../journeys/open-connection.ts';
import { percentile, type Comparison } from './measure.ts';

/** From the answer of the command to its effect in the other service, beside the command itself. */
export async function eventLag(): Promise<Comparison[]> {
  const world = await World.start({ counties: ['king'], subgraphs: [identity, matching] });
  try {
    const king = world.county('king');
    const lags: number[] = [];
    const commands: number[] = [];
    for (let n = 0; n < 40; n += 1) {
      const { connectionId, openedInMs } = await openConnection(king, `Family${n}`);
      const answered = performance.now();
      await eventually(
        async () => {
          const rows = await king.rows('select 1 from matching.mentor_need where connection_id = $1', [connectionId]);
          if (rows.length !== 2) throw new Error('not yet');
        },
        { every: 1 },
      );
      lags.push(performance.now() - answered);
      commands.push(openedInMs);
    }
    const settled = lags.slice(5);
    const ratio = percentile(settled, 0.5) / percentile(commands, 0.5);
    const round = (value: number): number => Math.round(value * 100) / 100;
    return [{ what: 'commit to effect in matching', ms: round(percentile(settled, 0.5)), p95: round(percentile(settled, 0.95)), against: 'the mutation itself', againstMs: round(percentile(commands, 0.5)), ratio: round(ratio) }];
  } finally {
    await world.stop();
  }
}
