import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startPostgres, type LocalPostgres } from './postgres.ts';

async function query(postgres: LocalPostgres, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ host: postgres.host, port: postgres.port, database: 'postgres', ...postgres.admin });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

describe('the local PostgreSQL', () => {
  let home: string;
  let dataDir: string;
  const running: LocalPostgres[] = [];
  const start = async (options: Parameters<typeof startPostgres>[0]): Promise<LocalPostgres> => {
    const postgres = await startPostgres(options);
    running.push(postgres);
    return postgres;
  };

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'fc-postgres-spec-'));
    // Root's server runs as another user, who has to be able to walk through.
    chmodSync(home, 0o755);
    dataDir = join(home, 'data', 'postgres');
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((postgres) => postgres.stop()));
    rmSync(home, { recursive: true, force: true });
  });

  it('keeps data and password across a restart, and then writes durably', async () => {
    const first = await start({ dataDir });
    await query(first, 'create table kept (word text)');
    await query(first, `insert into kept values ('here')`);
    await first.stop();

    const second = await start({ dataDir, port: first.port });
    expect(await query(second, 'select word from kept')).toEqual([{ word: 'here' }]);
    expect(second.admin).toEqual(first.admin);
    expect(await query(second, `select name, setting from pg_settings where name in ('fsync', 'max_connections', 'synchronous_commit') order by name`)).toEqual([
      { name: 'fsync', setting: 'on' },
      { name: 'max_connections', setting: '400' },
      { name: 'synchronous_commit', setting: 'on' },
    ]);
  });

  it('keeps the password where its owner alone can read it, and asks for it', async () => {
    const postgres = await start({ dataDir, durable: false });
    expect(statSync(join(dataDir, 'admin-password')).mode & 0o777).toBe(0o600);
    const stranger = { ...postgres, admin: { user: 'postgres', password: 'guessed' } };
    await expect(query(stranger, 'select 1')).rejects.toThrow(/password authentication failed/);
  });

  it('removes everything it wrote when no data directory was asked for', async () => {
    const postgres = await start({});
    const [row] = await query(postgres, 'show data_directory');
    const directory = dirname(String(row?.['data_directory']));
    expect(existsSync(directory)).toBe(true);
    await postgres.stop();
    expect(existsSync(directory)).toBe(false);
  });

  it('begins again where the first start was interrupted half-way', async () => {
    mkdirSync(join(dataDir, 'cluster.partial', 'base'), { recursive: true });
    writeFileSync(join(dataDir, 'cluster.partial', 'PG_VERSION'), '18\n');
    const postgres = await start({ dataDir, durable: false });
    expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(dataDir, 'cluster.partial'))).toBe(false);
  });

  it('refuses a data folder that lost files, says which, and leaves it as it is', async () => {
    const postgres = await start({ dataDir, durable: false });
    await postgres.stop();
    rmSync(join(dataDir, 'cluster', 'global', 'pg_control'));
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'POSTGRES_DATA_DAMAGED', message: expect.stringContaining(join(dataDir, 'cluster')) });
    expect(readFileSync(join(dataDir, 'cluster', 'PG_VERSION'), 'utf8')).toBe('18\n');
  });

  it('names the port that another program has taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    try {
      await expect(startPostgres({ port })).rejects.toMatchObject({ code: 'PORT_TAKEN', message: expect.stringContaining(`port ${port}`) });
    } finally {
      other.close();
    }
  });

  it('refuses a data folder that is already being served, and names the process', async () => {
    const postgres = await start({ dataDir, durable: false });
    await expect(startPostgres({ dataDir })).rejects.toMatchObject({ code: 'POSTGRES_ALREADY_RUNNING', message: expect.stringContaining(String(postgres.pid)) });
    expect(await query(postgres, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});
