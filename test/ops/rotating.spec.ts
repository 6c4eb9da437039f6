import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anchorKeys, asAdministrator, clientSecret, ensurePartnerClient, rotateAnchorKey, rotateSecret, verifyAudit } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { anchorKeySecret, isSignedByOneOf, passwordSecret, roleName, signHead, type Anchor } from '@fc/tenancy';
import { eventually, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';

let world: World;
let king: TestCounty;
beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, matching] });
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const query = '{ me { id } openMentorNeeds { nodes { id } } }';
/** As providers of secrets do it: the whole new one in one moment, never an empty file. */
async function putSecret(name: string, secret: string): Promise<void> {
  const file = join(world.platform.secretsDirectory, name);
  await writeFile(`${file}.put`, secret);
  await rename(`${file}.put`, file);
}
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
    await putSecret(passwordSecret(king.county.slug, 'matching'), 'known to the server first');
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

describe("rotating the secret of a client of the county's realm", () => {
  const secretOf = (client: string): string => world.config.secrets.read(clientSecret(king.county.slug, client));
  const signIn = async (client: string, secret: string): Promise<number> => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: client, client_secret: secret });
    return (await fetch(`${king.county.issuer}/protocol/openid-connect/token`, { method: 'POST', body })).status;
  };

  it.each(['identity-service', 'countyctl', 'intake', 'partner-amara'])('gives %s a new one, and the old one opens nothing any more', async (client) => {
    if (client.startsWith('partner-')) await ensurePartnerClient(world.platform, king.county.slug, client);
    const before = secretOf(client);
    expect(await signIn(client, before)).toBe(200);
    await rotateSecret(world.platform, king.county.slug, client);
    expect(secretOf(client)).not.toBe(before);
    expect(await signIn(client, before)).toBe(401);
    expect(await signIn(client, secretOf(client))).toBe(200);
  }, 30_000);

  it('is taken up by identity with its next call to the realm, and waited for while the realm knows it first', async () => {
    await rotateSecret(world.platform, king.county.slug, 'identity-service');
    expect((await king.person('PARENT', 'Invited-after')).personId).toBeTruthy();
    const [name, now] = [clientSecret(king.county.slug, 'identity-service'), secretOf('identity-service')];
    await putSecret(name, 'known to identity and no longer to the realm');
    const invited = king.person('PARENT', 'Invited-meanwhile');
    await sleep(300);
    await putSecret(name, now);
    expect((await invited).personId).toBeTruthy();
  }, 30_000);

  it('ends with the same secret when it is run again after it was broken off, and knows no client that is not there', async () => {
    const name = clientSecret(king.county.slug, 'intake');
    await writeFile(join(world.platform.secretsDirectory, `${name}.next`), 'begun-and-broken-off');
    await rotateSecret(world.platform, king.county.slug, 'intake');
    expect(secretOf('intake')).toBe('begun-and-broken-off');
    expect(await signIn('intake', 'begun-and-broken-off')).toBe(200);
    await expect(rotateSecret(world.platform, king.county.slug, 'partner-nobody')).rejects.toThrow('has no client partner-nobody');
  }, 30_000);
});

describe('rotating the key that signs the anchors of the trails', () => {
  it('leaves every older anchor good, signs with the new key from then on, and takes nothing that the old key signs later', async () => {
    const trusted = async (): Promise<boolean> => (await verifyAudit(world.platform, king.county.slug)).every(({ findings, unsealed, anchored, seals }) => findings.length === 0 && unsealed === 0 && anchored === seals);
    const anchored = (): Promise<void> => eventually(async () => expect(await trusted()).toBe(true), { within: 20_000, every: 250 });
    await anchored();
    const old = world.config.secrets.read(anchorKeySecret);
    const before = await anchorKeys(world.platform);
    await rotateAnchorKey(world.platform);
    const keys = await anchorKeys(world.platform);
    expect(keys).toHaveLength(before.length + 1);
    expect(keys.map(({ until }) => until === null)).toEqual([false, true]);
    await king.person('PARENT', 'After-the-rotation');
    await anchored();
    const newest = await world.stateRows<Anchor>(`select county, service, position, total::float8 as total, hash, sealed_at::float8 as "sealedAt", signature from identity.audit_anchor where county = $1 and service = 'identity' order by position`, [king.county.slug]);
    const [first, last] = [newest[0]!, newest.at(-1)!];
    expect([isSignedByOneOf(first, before), isSignedByOneOf(last, before), isSignedByOneOf(first, keys), isSignedByOneOf(last, keys)]).toEqual([true, false, true, true]);

    // Whoever has stolen the old key can vouch for nothing that was sealed after its time.
    const stolen = signHead({ ...last, position: last.position + 1, sealedAt: Date.now() + 3_600_000 }, old);
    expect(isSignedByOneOf(stolen, keys)).toBe(false);
    expect(isSignedByOneOf(signHead(stolen, world.config.secrets.read(anchorKeySecret)), keys)).toBe(true);

    // Again, and broken off before the key was put in its place: the next run ends what this one began.
    await writeFile(join(world.platform.secretsDirectory, `${anchorKeySecret}.next`), old);
    await rotateAnchorKey(world.platform);
    expect((await anchorKeys(world.platform)).filter(({ until }) => until === null)).toHaveLength(1);
    await anchored();
  }, 60_000);
});
