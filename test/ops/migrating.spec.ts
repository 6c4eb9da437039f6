import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asAdministrator, countyStatus, migrateCounties, type Platform } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { schemaName, schemaStep } from '@fc/tenancy';
import { World } from '@fc/testing/world';

let world: World;
/** The platform as the next version of identity knows it: one step further. */
let next: Platform;
beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce', 'spokane'], subgraphs: [identity] });
  const schemas = world.platform.schemas.map((schema) => ({ ...schema, steps: [...schema.steps, schemaStep('9999-test', 'create table next_version (id integer primary key)')] }));
  next = { ...world.platform, schemas };
}, 120_000);
afterAll(() => world?.stop());

const slugOf = (name: string): string => world.county(name).county.slug;
const behind = async (): Promise<string[]> => (await countyStatus(next)).filter((row) => row.behind.length > 0).map((row) => row.county);
/** Makes the next step fail in a county, or lets it pass again. */
const spoil = (name: string): Promise<unknown> => world.county(name).rows('create table identity.next_version (id integer)');
const mend = (name: string): Promise<unknown> => world.county(name).rows('drop table identity.next_version');

describe('migrating all counties', () => {
  it('leaves the others alone when the first one fails', async () => {
    await spoil('king');
    const { migrated, failed } = await migrateCounties(next, undefined, slugOf('king'));
    expect({ migrated, failed }).toEqual({ migrated: [], failed: [{ county: slugOf('king'), reason: expect.stringContaining('next_version') }] });
    expect(await behind()).toHaveLength(3);
    await mend('king');
    await expect(migrateCounties(next, undefined, 'kign')).rejects.toMatchObject({ code: 'UNKNOWN_COUNTY' });
  });

  it('goes on past a county that fails, names it, and resumes with that one alone', async () => {
    await spoil('pierce');
    const first = await migrateCounties(next, undefined, slugOf('king'));
    expect([...first.migrated].sort()).toEqual([slugOf('king'), slugOf('spokane')].sort());
    expect(first.failed.map(({ county }) => county)).toEqual([slugOf('pierce')]);
    expect(await behind()).toEqual([slugOf('pierce')]);

    await mend('pierce');
    const told: string[] = [];
    expect(await migrateCounties(next, (line) => told.push(line))).toMatchObject({ failed: [], migrated: { length: 3 } });
    expect(told.filter((line) => line.includes('9999-test'))).toEqual([expect.stringContaining(slugOf('pierce'))]);
    expect(await behind()).toEqual([]);
  });

  it('leaves a county alone on which another operator works at this moment, and says so', async () => {
    await asAdministrator(next, next.stateDatabase, async (other) => {
      await other.query(`select pg_advisory_lock(hashtext('county ' || $1))`, [slugOf('pierce')]);
      const { migrated, failed } = await migrateCounties(next, undefined, slugOf('king'));
      expect(migrated).toHaveLength(2);
      expect(failed).toEqual([{ county: slugOf('pierce'), reason: expect.stringContaining('Another countyctl is at work') }]);
    });
    expect(await migrateCounties(next)).toMatchObject({ failed: [] });
  });

  it("makes the coming months' partitions of each event log, which belong to the service", async () => {
    await world.county('king').rows('drop table identity.event_log_' + lastPartition());
    await migrateCounties(next);
    const owners = await world.county('king').rows<{ owner: string }>(`select tableowner as owner from pg_tables where schemaname = '${schemaName('identity')}' and tablename = 'event_log_${lastPartition()}'`);
    expect(owners).toEqual([{ owner: `${slugOf('king')}_identity` }]);
  });
});

/** `2028_11`: the month in two years, up to which the partitions are made. */
function lastPartition(): string {
  const now = new Date();
  return `${now.getUTCFullYear() + 2}_${String(now.getUTCMonth() + 1).padStart(2, '0')}`;
}
