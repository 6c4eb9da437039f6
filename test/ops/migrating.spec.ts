import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asAdministrator, countyStatus, migrateCounties, resumeCounty, suspendCounty, type Platform } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { contractingStep, schemaName, schemaStep, type SchemaStep } from '@fc/tenancy';
import { eventually } from '@fc/testing';
import { World } from '@fc/testing/world';

let world: World;
/** The platform as the next version of identity knows it: one step further. */
let next: Platform;
beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce', 'spokane'], subgraphs: [identity] });
  next = further(world.platform, schemaStep('9999-test', 'create table next_version (id integer primary key)'));
}, 120_000);
afterAll(() => world?.stop());

const further = (platform: Platform, step: SchemaStep): Platform => ({ ...platform, schemas: platform.schemas.map((schema) => ({ ...schema, steps: [...schema.steps, step] })) });

const slugOf = (name: string): string => world.county(name).county.slug;
const behind = async (): Promise<string[]> => (await countyStatus(next)).filter((row) => row.behind.length > 0).map((row) => row.county);
/** The code of identity's own refusal that a person of the county meets; none while all is well. */
const codeIn = async (name: string): Promise<unknown> => (await world.askDirectly('identity', world.county(name).supervisor, '{ me { id } }')).errors[0]?.extensions?.['code'];
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

  it('lets what runs go on all the while, where the step only adds', async () => {
    expect(await migrateCounties(next)).toMatchObject({ failed: [] });
    // Once a later change of the registry is known, so are the versions.
    await suspendCounty(next, slugOf('spokane'));
    await eventually(async () => expect(await codeIn('spokane')).toBe('COUNTY_SUSPENDED'));
    for (const name of ['king', 'pierce']) {
      const county = world.county(name);
      expect(await codeIn(name)).toBeUndefined();
      expect((await county.person('PARENT', 'After-the-step')).personId).toBeTruthy();
    }
    await resumeCounty(next, slugOf('spokane'));
    await eventually(async () => expect(await codeIn('spokane')).toBeUndefined());
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

describe('a step that takes something away', () => {
  it('shuts out who cannot go on with it, in that county alone and before it is taken', async () => {
    const contracted = further(next, contractingStep('9999-without', 'drop table next_version'));
    const migrate = async (): Promise<readonly string[]> => (await migrateCounties(contracted, undefined, slugOf('king'))).failed.map(({ county }) => county);
    await mend('king'); // so that the step cannot be taken
    expect(await migrate()).toEqual([slugOf('king')]);
    await eventually(async () => expect(await codeIn('king')).toBe('COUNTY_UPGRADING'));
    for (const name of ['pierce', 'spokane']) expect(await codeIn(name)).toBeUndefined();

    await spoil('king');
    expect(await migrate()).toEqual([]);
    await eventually(async () => expect(await codeIn('pierce')).toBe('COUNTY_UPGRADING'));
    expect(await codeIn('king')).toBe('COUNTY_UPGRADING');
  });
});

/** `2028_11`: the month in two years, up to which the partitions are made. */
function lastPartition(): string {
  const now = new Date();
  return `${now.getUTCFullYear() + 2}_${String(now.getUTCMonth() + 1).padStart(2, '0')}`;
}
