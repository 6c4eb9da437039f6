import { identity } from '@fc/identity';
import type { Actor } from '@fc/testing';
import { World } from '@fc/testing/world';
import { percentile, type Comparison } from './measure.ts';

const rows = 10_000;
const kindsPerFamily = 5;
const part = 100_000;
const byHand = 200;

const call = (name: string, selection: string): string => `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${selection} }`;

/** A mother, a foster parent, their home, a child and its placement, as another system tells of them. */
function family(n: number): string {
  const day = new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 10);
  return [
    `PERSON,mother-${n},Noor,Example ${n},PARENT,,,,,,,,`,
    `PERSON,foster-${n},Dana,Example ${n},,,,,,,,,`,
    `HOUSEHOLD,home-${n},,,,FOSTER_PARENT,true,foster-${n},,,,,`,
    `CHILD,child-${n},Ayan,Example ${n},,,,,2020-02-29,mother-${n},,,`,
    `EPISODE,episode-${n},,,,,,,,,child-${n},${day},`,
  ].join('\n');
}

/** A file of 10,000 rows through the gateway, per row, beside the same family member entered by a command. */
export async function caseImport(): Promise<Comparison[]> {
  const world = await World.start({ counties: ['king'], subgraphs: [identity] });
  try {
    const coordinator = await world.county('king').person('COORDINATOR');
    const commands = await entered(coordinator);
    const columns = 'record_type,external_id,given_name,family_name,roles,household_kind,licensed,caregiver_ids,birth_date,parent_ids,child_id,removal_date,exit_date';
    const text = [columns, ...Array.from({ length: rows / kindsPerFamily }, (_, n) => family(n))].join('\n');
    const { id: importId } = await coordinator.do<{ id: string }>(call('beginCaseImport', '{ id }'), { sourceSystem: 'Statewide', format: 'CSV', dryRun: false });
    const parts = Math.ceil(text.length / part);
    for (let number = 1; number <= parts; number += 1)
      await coordinator.get(call('sendCaseData', '{ id }'), { input: { importId, part: number, text: text.slice((number - 1) * part, number * part), last: number === parts } });
    const turns = await taken(coordinator, importId);
    return [{ what: `import of ${rows} rows, per row`, ms: round(percentile(turns, 0.5)), p95: round(percentile(turns, 0.95)), against: 'a child by its own command', againstMs: round(percentile(commands, 0.5)), ratio: round(percentile(turns, 0.5) / percentile(commands, 0.5)) }];
  } finally {
    await world.stop();
  }
}

const round = (value: number): number => Math.round(value * 100) / 100;

async function entered(coordinator: Actor): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < byHand; n += 1) {
    const began = performance.now();
    await coordinator.do(call('registerChildren', '{ id }'), { children: [{ givenName: 'Ayan', familyName: 'Example', birthDate: '2020-02-29' }], parentIds: [] });
    times.push(performance.now() - began);
  }
  return times.slice(byHand / 4);
}

/** Milliseconds for each row, turn by turn. Throws when a row was refused. */
async function taken(coordinator: Actor, importId: string): Promise<number[]> {
  interface Progress {
    readonly continueCaseImport: { readonly status: string; readonly counts: { readonly created: number; readonly refused: number } };
  }
  const perRow: number[] = [];
  const start = performance.now();
  for (let before = 0; ; ) {
    const began = performance.now();
    const { continueCaseImport: now } = await coordinator.get<Progress>(call('continueCaseImport', '{ status counts { created refused } }'), { input: { importId } });
    if (now.counts.refused > 0) throw new Error(`${now.counts.refused} rows were refused.`);
    if (now.counts.created > before) perRow.push((performance.now() - began) / (now.counts.created - before));
    before = now.counts.created;
    if (now.status !== 'DONE') continue;
    console.log(`import: ${before} rows in ${Math.round((performance.now() - start) / 1_000)} s`);
    return perRow;
  }
}
