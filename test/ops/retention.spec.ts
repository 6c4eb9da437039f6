import { changeRegistry } from '@fc/countyctl';
import { identity } from '@fc/identity';
import { eventually, openConnection, placeFamily, type Actor, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const report = '{ retentionDue { recordType keepForMonths total records { recordId subjectId dueSince held } } }';

let world: World;
let pierce: TestCounty;
let supervisor: Actor;
beforeAll(async () => {
  world = await World.start({ counties: ['pierce'], subgraphs: [identity] });
  pierce = world.county('pierce');
  supervisor = pierce.supervisor;
}, 120_000);
afterAll(() => world?.stop());

describe('S83 a county’s own rules of retention', () => {
  it('are reported as due, held or not, and nothing is deleted by them', async () => {
    expect(await supervisor.get(report)).toEqual({ retentionDue: [] });
    const retention = [
      { recordType: 'FAMILY_CONNECTION', keepForMonths: 84, startsAt: 'CASE_CLOSED' as const },
      { recordType: 'FOSTER_CARE_EPISODE', keepForMonths: 84, startsAt: 'EPISODE_EXIT' as const },
      { recordType: 'SOMETHING_OF_ANOTHER_SERVICE', keepForMonths: 1, startsAt: 'CREATED' as const },
    ];
    await changeRegistry(world.platform, (counties) => counties.map((county) => (county.slug === pierce.county.slug ? { ...county, settings: { ...county.settings, retention } } : county)));
    const none = { retentionDue: [{ recordType: 'FAMILY_CONNECTION', keepForMonths: 84, total: 0, records: [] }, { recordType: 'FOSTER_CARE_EPISODE', keepForMonths: 84, total: 0, records: [] }] };
    const family = await placeFamily(pierce, 'Long');
    const connectionId = await openConnection(pierce, family);
    await eventually(async () => expect(await supervisor.get(report)).toEqual(none), { within: 10_000 });

    // As if eight years had passed, and for another family six.
    const recent = await openConnection(pierce, await placeFamily(pierce, 'Recent'));
    const closed = (id: string, at: string): Promise<object[]> => pierce.rows(`update identity.family_connection set status = 'ENDED', opened_at = '2015-01-01T00:00:00Z', closed_at = $2 where id = $1`, [id, at]);
    await closed(connectionId, '2018-02-28T20:00:00Z');
    await closed(recent, new Date(Date.now() - 6 * 365 * 86_400_000).toISOString());
    const due = { recordId: connectionId, subjectId: family.parent.personId, dueSince: '2025-02-28T20:00:00Z', held: false };
    expect(await supervisor.get(report)).toMatchObject({ retentionDue: [{ total: 1, records: [due] }, { total: 0 }] });
    await supervisor.do('mutation ($input: PlaceLegalHoldInput!) { placeLegalHold(input: $input) { id } }', { scope: 'PERSON', subjectId: family.parent.personId, reason: 'a lawsuit', matter: '26-2-01234-5' });
    expect(await supervisor.get(report)).toMatchObject({ retentionDue: [{ total: 1, records: [{ ...due, held: true }] }, { total: 0 }] });
    expect(await pierce.rows('select 1 from identity.family_connection where id = $1', [connectionId])).toHaveLength(1);
    const coordinator = await pierce.person('COORDINATOR');
    expect((await coordinator.ask(report)).errors[0]?.extensions?.code).toBe('FORBIDDEN');
  }, 60_000);
});
