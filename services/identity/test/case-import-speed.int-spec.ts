import { SharedWorld } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change } from './asking.ts';
import { csvOf, familyFile } from './case-file.ts';

/** How many rows: a few, so that the usual run stays short. */
const wanted = 350;

let world: SharedWorld;

beforeAll(async () => {
  world = await SharedWorld.join('king');
}, 60_000);
afterAll(() => world?.stop());

describe('a long file', () => {
  it('is taken part by part and row by row, and keeps no more of itself in memory than a part', async () => {
    const coordinator = await world.county('king').person('COORDINATOR');
    const families = Array.from({ length: Math.ceil(wanted / 7) }, (_, index) => familyFile(String(index)));
    const text = csvOf(families.flat());
    const { id: importId } = await coordinator.do<{ id: string }>(change('beginCaseImport'), { sourceSystem: 'Statewide', format: 'CSV', dryRun: false });
    const began = performance.now();
    const parts = Math.ceil(text.length / 100_000);
    for (let part = 1; part <= parts; part += 1)
      await coordinator.get(change('sendCaseData'), { input: { importId, part, text: text.slice((part - 1) * 100_000, part * 100_000), last: part === parts } });
    const received = performance.now();
    const report = '{ status counts { created refused waiting } }';
    interface Progress {
      readonly continueCaseImport: { readonly status: string; readonly counts: { readonly created: number; readonly refused: number; readonly waiting: number } };
    }
    let most = 0;
    for (;;) {
      const { continueCaseImport: now } = await coordinator.get<Progress>(change('continueCaseImport', report), { input: { importId } });
      most = Math.max(most, process.memoryUsage().heapUsed);
      if (now.status !== 'DONE') continue;
      expect(now.counts).toEqual({ created: families.length * 7, refused: 0, waiting: 0 });
      break;
    }
    const seconds = (performance.now() - received) / 1_000;
    const rows = families.length * 7;
    process.stdout.write(`import: ${rows} rows, ${Math.round(text.length / 1_024)} KiB, received in ${((received - began) / 1_000).toFixed(1)} s, taken in ${seconds.toFixed(1)} s (${Math.round(rows / seconds)} rows/s), heap at most ${Math.round(most / 1_048_576)} MiB\n`);
  }, 600_000);
});
