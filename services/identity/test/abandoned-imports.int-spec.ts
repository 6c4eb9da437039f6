import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { change, codeOf } from './asking.ts';
import { csvOf, familyFile } from './case-file.ts';

const report = 'query ($id: UUID!) { caseImport(id: $id) { status counts { created refused waiting } lines(first: 10) { nodes { outcome code } } } }';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

const begin = async (): Promise<string> => (await coordinator.do<{ id: string }>(change('beginCaseImport'), { sourceSystem: 'Statewide', format: 'CSV', dryRun: false })).id;
const send = (importId: string, text: string): Promise<unknown> => coordinator.get(change('sendCaseData'), { input: { importId, part: 1, text, last: true } });
const daysPass = (importId: string, days: number): Promise<object[]> => king.rows(`update identity.case_import set begun_at = begun_at - make_interval(days => $2) where id = $1`, [importId, days]);
const statusOf = async (id: string): Promise<string> => (await coordinator.get<{ caseImport: { status: string } }>(report, { id })).caseImport.status;

describe('an import that nobody finishes', () => {
  it('S83 is ended after a week and keeps nothing of what its rows said; a younger one waits', async () => {
    const [old, young] = [await begin(), await begin()];
    for (const [index, importId] of [old, young].entries()) await send(importId, csvOf(familyFile(`abandoned-${index}`)));
    await daysPass(old, 8);
    await daysPass(young, 6);
    await begin(); // whoever begins another has the old ones looked at
    await eventually(async () => expect(await statusOf(old)).toBe('DONE'));
    expect(await coordinator.get(report, { id: old })).toMatchObject({ caseImport: { counts: { created: 0, refused: 7, waiting: 0 }, lines: { nodes: expect.arrayContaining([{ outcome: 'REFUSED', code: 'IDENTITY.IMPORT_ABANDONED' }]) } } });
    expect(await king.rows(`select 1 from identity.case_import_row where import_id = $1 and cells is not null`, [old])).toEqual([]);
    expect(await codeOf(send(old, csvOf(familyFile('late'))))).toBe('IDENTITY.IMPORT_COMPLETE');
    expect(await statusOf(young)).toBe('RUNNING');
    expect(await king.rows(`select 1 from identity.case_import_row where import_id = $1 and cells is not null`, [young])).toHaveLength(7);
  });
});
