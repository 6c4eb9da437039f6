import { SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runMatching } from './program.ts';

/** Each of a parent and a household, in three languages; and in each role mentors with four places, some too few in all. */
const [families, mentors] = [1_000, 240];

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
  await bringIn();
}, 120_000);
afterAll(() => world?.stop());

const tongue = `array[(array['en', 'es', 'so'])[1 + n % 3]]`;

/** As events and commands would bring them in, each by itself. */
async function bringIn(): Promise<void> {
  await king.rows(`with family as materialized (
      select n, gen_random_uuid() as connection_id, gen_random_uuid() as parent_id, gen_random_uuid() as caregiver_id, gen_random_uuid() as household_id from generate_series(1, ${families}) n
    ), side as (
      select n, connection_id, parent_id as person_id, parent_id as participant_id, 'PARENT_ALLY' as mentor_role from family
      union all select n, connection_id, caregiver_id, household_id, 'CAREGIVER_MENTOR' from family
    ), person as (
      insert into matching.known_person (id, languages, profile_version) select person_id, ${tongue}, 1 from side
    ), party as (
      insert into matching.connection_party (connection_id, person_id, participant_id) select connection_id, person_id, participant_id from side
    ) insert into matching.mentor_need (id, participant_id, mentor_role, connection_id, since) select gen_random_uuid(), participant_id, mentor_role, connection_id, now() from side`);
  await king.rows(`with mentor as materialized (
      select n, gen_random_uuid() as person_id, mentor_role from generate_series(1, ${mentors}) n, unnest(array['PARENT_ALLY', 'CAREGIVER_MENTOR']) mentor_role
    ), account as (
      insert into matching.access_account (issuer, subject, person_id, disabled) select 'large', person_id::text, person_id, false from mentor
    ), role as (
      insert into matching.access_role (id, person_id, role, starts_at) select gen_random_uuid(), person_id, mentor_role, now() from mentor
    ) insert into matching.mentor_profile (id, person_id, mentor_role, own_case_closed_on, foster_experience, worked_with_parents, trained_on, capacity, languages, conflicts, active)
      select gen_random_uuid(), person_id, mentor_role, '2020-01-31', 'FORMER', true, '2024-05-01', 4, ${tongue}, '{}', true from mentor`);
}

describe('a county where a thousand families wait', () => {
  it('puts every one of them on the list of needs, page by page', async () => {
    const { openMentorNeeds } = await coordinator.get<{ openMentorNeeds: { nodes: object[]; pageInfo: { hasNextPage: boolean } } }>('{ openMentorNeeds(first: 100) { nodes { id } pageInfo { hasNextPage } } }');
    expect([openMentorNeeds.nodes.length, openMentorNeeds.pageInfo.hasNextPage]).toEqual([100, true]);
  });

  it('S02 is answered that the run goes on by itself, which then proposes as many as there are places for, with its proof', async () => {
    const began = await coordinator.do<{ id: string; finishedAt: string | null }>('mutation ($input: RunMatchingInput!) { runMatching(input: $input) { id finishedAt givenUp quality { served } } }', {});
    expect(began).toMatchObject({ finishedAt: null, givenUp: false, quality: null });
    const run = await runMatching<object>(king, 'id givenUp quality { served optimal moreServed gap cutShort }');
    const served = 2 * 4 * mentors;
    expect(run).toMatchObject({ id: began.id, givenUp: false, quality: { served, optimal: true, moreServed: 0, gap: 0, cutShort: false } });
    const [{ proposed, unmatched }] = await king.rows<{ proposed: number; unmatched: number }>(`select (select count(*)::int from matching.match_proposal where run_id = run.id) as proposed, jsonb_array_length(unmatched) as unmatched from matching.match_run run where id = $1`, [began.id]) as [{ proposed: number; unmatched: number }];
    expect([proposed, unmatched]).toEqual([served, 2 * families - served]);
  }, 120_000);
});
