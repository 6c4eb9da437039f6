import { addCounty, asAdministrator, resumeCounty, retireProtectionKeys, rotateProtectionKey, suspendCounty } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { eventually, type Actor, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ofPerson = 'query ($id: UUID!) { person(id: $id) { givenName contactDetails { email } } }';
const erased = { person: { givenName: 'Erased', contactDetails: null } };

let world: World;
let pierce: TestCounty;
let coordinator: Actor;
beforeAll(async () => {
  world = await World.start({ counties: ['pierce'], subgraphs: [identity] });
  pierce = world.county('pierce');
  coordinator = await pierce.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

const codeOf = async (asked: Promise<{ errors: readonly { extensions?: { code?: string } }[] }>): Promise<string | undefined> => (await asked).errors[0]?.extensions?.code;

/** Works on the county's database while nobody is connected to it. */
const alone = (work: (sql: (text: string) => Promise<unknown>, database: string) => Promise<void>): Promise<void> =>
  asAdministrator(world.platform, 'postgres', async (client) => {
    const { name } = pierce.county.database;
    await client.query(`alter database ${name} with allow_connections false`);
    await client.query('select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1', [name]);
    await work((text) => client.query(text), name);
    await client.query(`alter database ${name} with allow_connections true`);
  });

const backUp = (): Promise<void> => alone(async (sql, name) => void (await sql(`create database ${name}_backup template ${name}`)));

/** Puts the backup in the county's place, while the county is suspended. */
async function restore(): Promise<void> {
  await suspendCounty(world.platform, pierce.county.slug);
  await eventually(async () => expect(await codeOf(coordinator.ask('{ me { id } }'))).toBe('COUNTY_SUSPENDED'), { within: 10_000 });
  await alone(async (sql, name) => {
    await sql(`drop database ${name} with (force)`);
    await sql(`alter database ${name}_backup rename to ${name}`);
  });
  await addCounty(world.platform, pierce.county); // gives the services their way into the database that is new
}

async function invite(name: string): Promise<Actor> {
  const person = await pierce.person('PARENT', name);
  await person.get('mutation ($input: SetContactDetailsInput!) { setContactDetails(input: $input) { id } }', { input: { personId: person.personId, email: `${name.toLowerCase()}@example.org` } });
  return person;
}

async function erase({ personId }: Actor): Promise<void> {
  const { id: erasureId } = await coordinator.do<{ id: string }>('mutation ($input: RequestErasureInput!) { requestErasure(input: $input) { id } }', { personId });
  await pierce.supervisor.get('mutation ($input: ConfirmErasureInput!) { confirmErasure(input: $input) { id } }', { input: { erasureId } });
  await coordinator.get('mutation ($input: CarryOutErasureInput!) { carryOutErasure(input: $input) { id } }', { input: { erasureId } });
}

describe('S83 a county that is restored from yesterday’s backup', () => {
  it('has erased again, before anybody can read them, whom it erased today, and nobody else', async () => {
    const [gone, stays] = [await invite('Gone'), await invite('Stays')];
    await backUp();
    await eventually(() => coordinator.get(ofPerson, { id: gone.personId }), { within: 20_000 });
    await erase(gone);
    expect(await coordinator.get(ofPerson, { id: gone.personId })).toEqual(erased);

    await restore();
    expect(await pierce.rows('select given_name from identity.person where id = $1', [gone.personId])).toEqual([{ given_name: 'Gone' }]);
    expect(await pierce.rows('select 1 from identity.person_key where person_id = $1', [gone.personId])).toHaveLength(1);
    await resumeCounty(world.platform, pierce.county.slug);
    await eventually(
      async () => {
        const { data, errors } = await coordinator.ask<{ person: { contactDetails: object | null } }>(ofPerson, { id: gone.personId });
        if (data?.person?.contactDetails) expect(errors).not.toEqual([]); // never readable, not even for a moment
        expect(data).toEqual(erased);
      },
      { within: 20_000 },
    );
    expect(await pierce.rows('select 1 from identity.person_key where person_id = $1', [gone.personId])).toEqual([]);
    expect(await pierce.rows(`select status, requested_by, confirmed_by from identity.erasure where person_id = $1`, [gone.personId])).toEqual([
      { status: 'CARRIED_OUT', requested_by: coordinator.personId, confirmed_by: pierce.supervisor.personId },
    ]);
    expect(await coordinator.get(ofPerson, { id: stays.personId })).toEqual({ person: { givenName: 'Stays', contactDetails: { email: 'stays@example.org' } } });
  }, 90_000);

  it('keeps nothing readable in an old backup once the county’s key is rotated, the keys are relocked and the old version is retired', async () => {
    const person = await invite('Rotated');
    const locked = (): Promise<{ wrapped: string }[]> => pierce.rows('select wrapped from identity.person_key where person_id = $1', [person.personId]);
    const [backup] = await locked();
    const platform = { ...world.platform, gatewayUrl: world.gateway.url };
    await rotateProtectionKey(platform, pierce.county.slug);
    await retireProtectionKeys(platform, pierce.county.slug);
    const shown = { person: { givenName: 'Rotated', contactDetails: { email: 'rotated@example.org' } } };
    expect(await coordinator.get(ofPerson, { id: person.personId })).toEqual(shown);
    const [now] = await locked();
    await pierce.rows('update identity.person_key set wrapped = $2 where person_id = $1', [person.personId, backup!.wrapped]);
    await world.stopSubgraph('identity').then((port) => world.startSubgraph(identity, port)); // forgets the keys that it has open
    expect(await codeOf(coordinator.ask(ofPerson, { id: person.personId }))).toBe('PROTECTED_UNREADABLE');
    await pierce.rows('update identity.person_key set wrapped = $2 where person_id = $1', [person.personId, now!.wrapped]);
    expect(await coordinator.get(ofPerson, { id: person.personId })).toEqual(shown);
  }, 60_000);

  it('retires no version while any person’s key is locked with it', async () => {
    const person = await invite('Waiting');
    const shown = { person: { givenName: 'Waiting', contactDetails: { email: 'waiting@example.org' } } };
    const port = await world.stopSubgraph('identity');
    await expect(rotateProtectionKey({ ...world.platform, gatewayUrl: world.gateway.url }, pierce.county.slug)).rejects.toMatchObject({ code: 'KEYS_NOT_RELOCKED', message: expect.stringMatching(/^identity has [1-9]\d* keys in pierce/) });
    await expect(retireProtectionKeys({ ...world.platform, gatewayUrl: world.gateway.url }, pierce.county.slug)).rejects.toMatchObject({ code: 'KEYS_NOT_RELOCKED' });
    await world.startSubgraph(identity, port);
    expect(await coordinator.get(ofPerson, { id: person.personId })).toEqual(shown);
    await retireProtectionKeys({ ...world.platform, gatewayUrl: world.gateway.url }, pierce.county.slug);
    expect(await coordinator.get(ofPerson, { id: person.personId })).toEqual(shown);
  }, 60_000);
});
