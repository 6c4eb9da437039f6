import { PersonErasedV1 } from '@fc/contracts';
import type { Id } from '@fc/domain-kernel';
import { identity } from '@fc/identity';
import { eventually, type Actor, type TestCounty } from '@fc/testing';
import { World } from '@fc/testing/world';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matching } from '../src/index.ts';
import { ally, carer, connect, refusalOf, runMatching, tell } from './program.ts';

let world: World;
let king: TestCounty;
let pierce: TestCounty;
let administrator: Actor;

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity, matching] });
  [king, pierce] = [world.county('king'), world.county('pierce')];
  administrator = await world.stateAdministrator();
}, 120_000);
afterAll(() => world?.stop());

interface Member {
  readonly name: string;
  readonly county: string;
  readonly languages: readonly string[];
}
const fields = '{ nodes { name county languages } pageInfo { hasNextPage endCursor } }';
const joining = 'mutation ($input: JoinCommitteeRosterInput!) { joinCommitteeRoster(input: $input) }';
const leaving = 'mutation { leaveCommitteeRoster }';
const byName = (members: readonly Member[]): Member[] => [...members].sort((one, other) => (one.name < other.name ? -1 : 1));
const forMember = async (who: Actor): Promise<Member[]> => byName((await who.get<{ committeeRoster: { nodes: Member[] } }>(`{ committeeRoster(first: 100) ${fields} }`)).committeeRoster.nodes);
const forState = async (): Promise<Member[]> => byName((await administrator.get<{ stateCommitteeRoster: { nodes: Member[] } }>(`{ stateCommitteeRoster(first: 100) ${fields} }`)).stateCommitteeRoster.nodes);
const listed = (...names: string[]) => eventually(async () => expect((await forState()).map(({ name }) => name)).toEqual(names));

describe('the roster of the statewide committee', () => {
  it('S09 lists an ally who asked for it across counties, until they leave, give up the role or are erased', async () => {
    const [ada, bea, cai] = [await ally(king, 'Ada', { languages: ['so', 'en'] }), await ally(pierce, 'Bea'), await ally(king, 'Cai')];
    await listed();
    expect(await tell(ada, joining, { name: 'Ada E.' })).toBe(true);
    expect(await refusalOf(tell(bea, joining, { name: 'Bea', languages: ['Spanish, mostly'] }))).toBe('MATCHING.UNKNOWN_LANGUAGE');
    await tell(bea, joining, { name: 'Bea', languages: ['es'] });
    await tell(cai, joining, { name: 'Cai' });
    await listed('Ada E.', 'Bea', 'Cai');
    const roster = [
      { name: 'Ada E.', county: king.county.name, languages: ['so', 'en'] },
      { name: 'Bea', county: pierce.county.name, languages: ['es'] },
      { name: 'Cai', county: king.county.name, languages: ['en'] },
    ];
    expect(await forState()).toEqual(roster);
    expect(await forMember(bea)).toEqual(roster);

    const page = await administrator.get<{ stateCommitteeRoster: { pageInfo: { hasNextPage: boolean; endCursor: string } } }>(`{ stateCommitteeRoster(first: 2) ${fields} }`);
    expect(page.stateCommitteeRoster.pageInfo.hasNextPage).toBe(true);
    const rest = await administrator.get<{ stateCommitteeRoster: { nodes: Member[] } }>(`query ($after: String) { stateCommitteeRoster(first: 2, after: $after) ${fields} }`, { after: page.stateCommitteeRoster.pageInfo.endCursor });
    expect(rest.stateCommitteeRoster.nodes).toHaveLength(1);

    await tell(ada, joining, { name: 'Ada Example' });
    await listed('Ada Example', 'Bea', 'Cai');
    expect(await ada.get(leaving)).toEqual({ leaveCommitteeRoster: false });
    await listed('Bea', 'Cai');
    expect(await refusalOf(forMember(ada))).toBe('MATCHING.NOT_ON_THE_ROSTER');
    await tell(king.supervisor, 'mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { id } }', { personId: cai.personId, role: 'PARENT_ALLY' });
    await listed('Bea');
    await pierce.say(PersonErasedV1, { personId: bea.personId as Id<'Person'> });
    await listed();
    expect(await world.stateRows('select 1 from matching.committee_member')).toEqual([]);
    expect(await pierce.rows('select name, languages from matching.committee_membership')).toEqual([{ name: null, languages: [] }]);
    await tell(ada, joining, { name: 'Ada again' });
    await listed('Ada again');
  });

  it('S09 is refused to whoever is not on it, and holds nothing that joins back to a person', async () => {
    const [silent, mentor, coordinator] = [await ally(king, 'Silent'), await carer(king, 'Mentor'), await king.person('COORDINATOR')];
    expect(await refusalOf(forMember(silent))).toBe('MATCHING.NOT_ON_THE_ROSTER');
    expect(await silent.get('{ amOnCommitteeRoster }')).toEqual({ amOnCommitteeRoster: false });
    for (const who of [mentor, coordinator, king.supervisor, administrator]) expect(['FORBIDDEN', 'NO_COUNTY']).toContain(await refusalOf(forMember(who)));
    for (const who of [mentor, coordinator]) expect(await refusalOf(tell(who, joining, { name: 'No ally' }))).toBe('FORBIDDEN');
    expect(await refusalOf(silent.get(`{ stateCommitteeRoster ${fields} }`))).toBe('FORBIDDEN');
    const unregistered = await king.person('PARENT_ALLY', 'Unregistered');
    expect(await refusalOf(tell(unregistered, joining, { name: 'Not yet' }))).toBe('MATCHING.NOT_REGISTERED');

    await tell(silent, joining, { name: 'Silent no more' });
    await eventually(async () => expect(await world.stateRows(`select 1 from matching.committee_member where name = 'Silent no more'`)).toHaveLength(1));
    const kept = JSON.stringify(await world.stateRows('select * from matching.committee_member'));
    expect(kept).not.toContain(silent.personId);
    const { stateDatabase } = world.platform;
    const [may] = await world.stateRows<Record<string, boolean>>(
      `select has_table_privilege($1, 'matching.committee_member', 'insert, delete') as add, has_table_privilege($1, 'matching.committee_member', 'update') as change, has_table_privilege($1, 'identity.audit_anchor', 'select') as other, has_table_privilege($1, 'identity.erased_person', 'insert, update, delete') as erase`,
      [`${stateDatabase}_matching`],
    );
    expect(may).toEqual({ add: true, change: false, other: false, erase: false });
  });
});

describe("a county's own decision", () => {
  it('S02 lets a run ask mentor and family at once, and two mentors lead without hours in common, where the county wants it so', async () => {
    const [parent, caregiver] = [await king.person('PARENT', 'Setting', { languages: ['mt'] }), await king.person('CAREGIVER', 'Setting', { languages: ['mt'] })];
    await connect(king, parent, [caregiver]);
    const mentors = [await ally(king, 'Setting', { languages: ['mt'] }), await carer(king, 'Setting', { languages: ['mt'] })];
    for (const [weekday, mentor] of mentors.entries()) {
      const { myMentorProfile } = await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }');
      await tell(mentor, 'mutation ($input: DescribeMentorInput!) { describeMentor(input: $input) { id } }', { profileId: myMentorProfile.id, hours: [{ weekday: weekday + 1, from: '09:00', to: '12:00' }] });
    }
    const run = (): Promise<object> => runMatching(king, 'proposals { id approvedAt } unmatched { because }');
    expect(await run()).toMatchObject({ proposals: [{ id: expect.any(String), approvedAt: null }], unmatched: [{ because: 'CO_LEADER' }] });
    expect(await parent.get('{ myProposals { id } }')).toEqual({ myProposals: [] });

    await world.decide(king, { matchRunsNeedApproval: false, coLeadMinutes: 0 });
    await eventually(async () => expect(await run()).toMatchObject({ proposals: [{ approvedAt: expect.any(String) }], unmatched: [] }), { within: 10_000 });
    const seen = await Promise.all([parent, caregiver].map((who) => who.get<{ myProposals: object[] }>('{ myProposals { id } }')));
    expect(seen.flatMap(({ myProposals }) => myProposals)).toHaveLength(1);
  });
});
