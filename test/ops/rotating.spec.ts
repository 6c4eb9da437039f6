import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asAdministrator, rotateSecret } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { passwordSecret, roleName } from '@fc/tenancy';
import type { TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';

let world: World;
let king: TestCounty;
beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, matching] });
  king = world.county('king');
}, 60_000);
afterAll(() => world?.stop());

const query = '{ me { id } openMentorNeeds { nodes { id } } }';
const passwordOf = (service: string): string => world.config.secrets.read(passwordSecret(king.county.slug, service));

describe("rotating a service's password in a county", () => {
  it('is taken up by what runs without one error, and the old password opens nothing any more', async () => {
    const coordinator = await king.person('COORDINATOR');
    const refused: unknown[] = [];
    const ask = async (): Promise<void> => void refused.push(...(await coordinator.ask(query)).errors);
    let stopped = false;
    const load = (async () => {
      for (; !stopped;) await ask();
    })();
    const before = passwordOf('matching');
    for (let times = 0; times < 3; times += 1) {
      await rotateSecret(world.platform, king.county.slug);
      await Promise.all(Array.from({ length: 8 }, ask)); // more at once than there are connections open
    }
    stopped = true;
    await load;
    expect(refused).toEqual([]);
    expect(passwordOf('matching')).not.toBe(before);

    const comeIn = (password: string): Promise<unknown> =>
      asAdministrator({ ...world.platform, postgres: { ...world.platform.postgres, admin: { user: roleName(king.county.slug, 'matching'), password } } }, king.county.database.name, (client) => client.query('select 1'));
    await expect(comeIn(before)).rejects.toMatchObject({ message: expect.stringContaining('password authentication failed') });
    await comeIn(passwordOf('matching'));
  }, 60_000);

  it('is waited for where the server knows the new password a moment earlier than the service', async () => {
    const port = await world.stopSubgraph('matching');
    await king.rows(`alter role ${roleName(king.county.slug, 'matching')} password 'known to the server first'`);
    await world.startSubgraph(matching, port);
    const answer = world.askDirectly('matching', await king.person('COORDINATOR'), '{ openMentorNeeds { nodes { id } } }');
    await sleep(200);
    await writeFile(join(world.platform.secretsDirectory, passwordSecret(king.county.slug, 'matching')), 'known to the server first');
    expect(await answer).toMatchObject({ errors: [], data: { openMentorNeeds: { nodes: [] } } });
  }, 30_000);

  it('ends the open connections at once when it is told to, and what runs comes back by itself', async () => {
    const pids = (): Promise<{ pid: number }[]> => king.rows('select pid from pg_stat_activity where usename = $1', [roleName(king.county.slug, 'identity')]);
    await king.supervisor.get('{ me { id } }');
    const before = await pids();
    expect(before).not.toEqual([]);
    await rotateSecret(world.platform, king.county.slug, 'identity', { cut: true });
    const after = (await pids()).map(({ pid }) => pid);
    for (const { pid } of before) expect(after).not.toContain(pid);
    await sleep(100);
    expect((await king.supervisor.ask('{ me { id } }')).errors).toEqual([]);
  }, 30_000);
});
