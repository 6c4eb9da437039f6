import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { eventually } from '@fc/testing';
import { World } from '@fc/testing/world';
import { openConnection } from '../journeys/open-connection.ts';
import { percentile, type Comparison } from './measure.ts';

const families = 40;

/**
 * From the outbox row of `connection-opened` in identity to its inbox row in matching, by the clock of the one server that
 * writes both; beside the mutation that caused it, as the client sees it.
 */
export async function eventLag(): Promise<Comparison[]> {
  const world = await World.start({ counties: ['king'], subgraphs: [identity, matching] });
  try {
    const king = world.county('king');
    const mutations: number[] = [];
    for (let n = 0; n < families; n += 1) mutations.push((await openConnection(king, `Family${n}`)).openedInMs);
    const lags = await eventually(async () => {
      const rows = await king.rows<{ ms: number }>(
        `select extract(epoch from inbox.handled_at - log.emitted_at)::float8 * 1000 as ms
           from identity.event_log log join matching.inbox_event inbox using (event_id)
          where log.envelope ->> 'type' = 'identity.connection-opened.v1' and inbox.consumer = 'WhenConnectionOpened' order by log.sequence`,
      );
      if (rows.length < families) throw new Error('not all have arrived yet');
      return rows.map((row) => row.ms);
    });
    const [warm, commands] = [lags.slice(5), mutations.slice(5)];
    const round = (value: number): number => Math.round(value * 100) / 100;
    return [
      {
        what: 'outbox in identity to inbox in matching',
        ms: round(percentile(warm, 0.5)),
        p95: round(percentile(warm, 0.95)),
        against: 'the mutation, as the client sees it',
        againstMs: round(percentile(commands, 0.5)),
        ratio: round(percentile(warm, 0.5) / percentile(commands, 0.5)),
      },
    ];
  } finally {
    await world.stop();
  }
}
