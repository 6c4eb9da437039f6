import { SharedWorld, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from './asking.ts';
import { csvOf, importFile } from './case-file.ts';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

describe('possible duplicates', () => {
  it('are found by names, and shown with a score and reasons to coordinators and program supervisors alone', async () => {
    const coordinator = await king.person('COORDINATOR');
    const one = await king.person('PARENT', 'Zoe-Marie');
    const report = await importFile(coordinator, csvOf([{ record_type: 'PERSON', external_id: 'dup-1', given_name: 'zoé marie', family_name: 'Example', roles: 'PARENT' }]));
    const ask = '{ possibleDuplicates { people { id } score reasons } }';
    const { possibleDuplicates } = await coordinator.get<{ possibleDuplicates: { people: { id: string }[]; score: number; reasons: string[] }[] }>(ask);
    const other = report.lines.nodes[0]!.recordId!;
    const found = possibleDuplicates.find(({ people }) => people.some(({ id }) => id === other));
    expect(found).toMatchObject({ score: 50, reasons: ['SAME_NAME'] });
    expect(found?.people.map(({ id }) => id).sort()).toEqual([one.personId, other].sort());
    for (const actor of [one, await king.person('CASEWORKER')]) expect(await codeOf(actor.get(ask))).toBe('FORBIDDEN');
  });
});
