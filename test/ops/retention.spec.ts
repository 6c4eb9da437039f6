import { changeRegistry } from '@fc/countyctl';
import { newId } from '@fc/domain-kernel';
import { familyTime } from '@fc/family-time';
import { identity } from '@fc/identity';
import { meetings } from '@fc/meetings';
import { eventually, openConnection, placeFamily, type Actor, type TestCounty } from '@fc/testing';
import type { County } from '@fc/tenancy/registry';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const report = '{ retentionDue { recordType keepForMonths total records { recordId subjectId dueSince held } } }';

let world: World;
let pierce: TestCounty;
let supervisor: Actor;
beforeAll(async () => {
  world = await World.start({ counties: ['pierce'], subgraphs: [identity, meetings, familyTime] });
  pierce = world.county('pierce');
  supervisor = pierce.supervisor;
}, 120_000);
afterAll(() => world?.stop());

type Rule = County['settings']['retention'][number];
const decide = (retention: readonly Rule[]): Promise<unknown> =>
  changeRegistry(world.platform, (counties) => counties.map((county) => (county.slug === pierce.county.slug ? { ...county, settings: { ...county.settings, retention: [...retention] } } : county)));

interface Kept {
  readonly recordType: string;
  readonly total: number;
  readonly records: readonly { readonly recordId: string; readonly subjectId: string; readonly dueSince: string }[];
}
const ofServices = '{ meetingsRetentionDue { recordType keepForMonths total records { recordId subjectId dueSince } } familyTimeRetentionDue { recordType keepForMonths total records { recordId subjectId dueSince } } }';

describe('S83 a county’s own rules of retention', () => {
  it('are reported as due, held or not, and nothing is deleted by them', async () => {
    expect(await supervisor.get(report)).toEqual({ retentionDue: [] });
    const retention = [
      { recordType: 'FAMILY_CONNECTION', keepForMonths: 84, startsAt: 'CASE_CLOSED' as const },
      { recordType: 'FOSTER_CARE_EPISODE', keepForMonths: 84, startsAt: 'EPISODE_EXIT' as const },
      { recordType: 'SOMETHING_OF_ANOTHER_SERVICE', keepForMonths: 1, startsAt: 'CREATED' as const },
    ];
    await decide(retention);
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

  it('are reported by each service of what it keeps: notes of peers, reports that the law asks for, visits; what no rule names is kept', async () => {
    await decide([]);
    await eventually(async () => expect(await supervisor.get(ofServices)).toEqual({ meetingsRetentionDue: [], familyTimeRetentionDue: [] }), { within: 10_000 });
    const family = await placeFamily(pierce, 'Kept');
    const [connectionId, parentId] = [await openConnection(pierce, family), family.parent.personId];
    const [talk, silent, late, report, visit, coming] = Array.from({ length: 6 }, () => newId());
    for (const table of ['meetings.family_connection', 'family_time.connected_families']) await eventually(async () => expect(await pierce.rows(`select 1 from ${table} where id = $1`, [connectionId])).toHaveLength(1));
    const [longAgo, lately] = ['2019-03-31T20:00:00Z', new Date(Date.now() - 86_400_000).toISOString()];
    const talked = (id: string | undefined, at: string, note: string | null): Promise<object[]> =>
      pierce.rows(`insert into meetings.preparation_session (id, connection_id, match_id, side, mentor_id, held_at, topics, note) values ($1, $2, $3, 'PARENT', $3, $4, '{}', $5)`, [id, connectionId, newId(), at, note]);
    await talked(talk, longAgo, 'She looks forward to it.');
    await talked(silent, longAgo, null);
    await talked(late, lately, 'She is glad.');
    await pierce.rows(`insert into meetings.mandated_report (id, connection_id, author_id, reported_at, filed_at, facts) values ($1, $2, $3, $4, $4, 'sealed')`, [report, connectionId, newId(), longAgo]);
    for (const [id, at] of [[visit, longAgo], [coming, lately]])
      await pierce.rows(
        `insert into family_time.family_time_visit (id, plan_id, child_id, parent_id, starts_at, ends_at, setting, place, caregiver_present, relative_ids, people_ids, status) values ($1, $2, $3, $4, $5, $5, 'AGENCY', 'Room 2', false, '{}', '{}', 'HELD')`,
        [id, newId(), family.childIds[0], parentId, at],
      );
    expect(await supervisor.get(ofServices)).toEqual({ meetingsRetentionDue: [], familyTimeRetentionDue: [] });

    const after = (recordType: string, keepForMonths: number, startsAt: 'CREATED' | 'CASE_CLOSED'): Rule => ({ recordType, keepForMonths, startsAt });
    await decide([after('PEER_NOTES', 24, 'CREATED'), after('MANDATED_REPORT', 60, 'CASE_CLOSED'), after('FAMILY_TIME_VISIT', 35, 'CREATED')]);
    const due = (recordId: string | undefined, dueSince: string): object => ({ total: 1, records: [{ recordId, subjectId: parentId, dueSince }] });
    const first = await eventually(async () => {
      const answer = await supervisor.get<Record<string, Kept[]>>(ofServices);
      expect(answer['meetingsRetentionDue']).toHaveLength(2);
      expect(answer['familyTimeRetentionDue']).toHaveLength(1);
      return answer;
    }, { within: 10_000 });
    expect(first).toMatchObject({
      meetingsRetentionDue: [{ recordType: 'PEER_NOTES', keepForMonths: 24, ...due(talk, '2021-03-31T20:00:00Z') }, { recordType: 'MANDATED_REPORT', total: 0, records: [] }],
      familyTimeRetentionDue: [{ recordType: 'FAMILY_TIME_VISIT', ...due(visit, '2022-02-28T21:00:00Z') }], // on the county's clocks, and on the last day of a shorter month
    });
    await pierce.rows(`update meetings.family_connection set closed_at = '2020-01-15T20:00:00Z' where id = $1`, [connectionId]);
    expect(await supervisor.get(ofServices)).toMatchObject({ meetingsRetentionDue: [{ total: 1 }, due(report, '2025-01-15T20:00:00Z')] });

    const coordinator = await pierce.person('COORDINATOR');
    for (const field of ['meetingsRetentionDue { total }', 'familyTimeRetentionDue { total }', `underLegalHold(personIds: ["${parentId}"])`]) expect((await coordinator.ask(`{ ${field} }`)).errors[0]?.extensions?.code).toBe('FORBIDDEN');

    const held = (): Promise<object> => supervisor.get('query ($ids: [UUID!]!) { underLegalHold(personIds: $ids) }', { ids: [parentId, family.caregiver.personId, newId()] });
    expect(await held()).toEqual({ underLegalHold: [] });
    await supervisor.do('mutation ($input: PlaceLegalHoldInput!) { placeLegalHold(input: $input) { id } }', { scope: 'PERSON', subjectId: parentId, reason: 'a lawsuit', matter: '26-2-01234-6' });
    expect(await held()).toEqual({ underLegalHold: [parentId] });
    const many = Array.from({ length: 101 }, () => newId());
    expect((await supervisor.ask('query ($ids: [UUID!]!) { underLegalHold(personIds: $ids) }', { ids: many })).errors[0]?.extensions?.code).toBe('IDENTITY.TOO_MANY_PEOPLE');
    expect(await pierce.rows(`select 1 from meetings.preparation_session where note is not null`)).toHaveLength(2);
  }, 60_000);
});
