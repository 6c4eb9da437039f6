import { newId } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ally, askFor, carer, connect, declining, describeMentor, ending, matchUp, propose, refusalOf, tell } from './program.ts';

let world: SharedWorld;
let pierce: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('pierce');
  pierce = world.county('pierce');
}, 120_000);
afterAll(() => world?.stop());

/** Households that came together with their mentor yesterday, as if they had waited for so many days: a county has many before it can say what is usual. */
const cameTogether = (households: number, days: number): Promise<object[]> =>
  pierce.rows(
    `insert into matching.mentor_need (id, participant_id, mentor_role, connection_id, since, met_at)
     select gen_random_uuid(), gen_random_uuid(), 'CAREGIVER_MENTOR', $1, now() - make_interval(days => $2 + 1), now() - interval '1 day' from generate_series(1, $3)`,
    [newId(), days, households],
  );

/** The same of eleven households, each of one caregiver who speaks Somali. */
const cameTogetherInSomali = (days: number): Promise<object[]> =>
  pierce.rows(
    `with person as (insert into matching.known_person (id, languages, profile_version) select gen_random_uuid(), '{so-SO}', 1 from generate_series(1, 11) returning id),
          party as (insert into matching.connection_party (connection_id, person_id, participant_id) select gen_random_uuid(), id, id from person)
     insert into matching.mentor_need (id, participant_id, mentor_role, connection_id, since, met_at)
     select gen_random_uuid(), id, 'CAREGIVER_MENTOR', gen_random_uuid(), now() - make_interval(days => $1 + 1), now() - interval '1 day' from person`,
    [days],
  );

describe('how long it takes', () => {
  it('S12 S02 tells a family in plain words how long people have waited lately, where it tells of nobody, and staff how long the longest waits and how many places are missing', async () => {
    const coordinator = await pierce.person('COORDINATOR');
    const [spanish, somali] = [await pierce.person('CAREGIVER', 'Spanish', { languages: ['es-MX'] }), await pierce.person('CAREGIVER', 'Somali', { languages: ['so', 'en'] })];
    const parent = await pierce.person('PARENT', 'Waiting');
    const [first, second] = [await connect(pierce, parent, [spanish]), await connect(pierce, parent, [somali])];
    await carer(pierce, 'One', { capacity: 1 });
    await pierce.rows(`update matching.mentor_need set since = now() - interval '40 days 1 hour' where participant_id = $1`, [first.householdId]);
    const overview = '{ matchingOverview { roles { mentorRole waiting freePlaces missingPlaces longestWaitDays usualWaitDays } } }';
    type Overview = { matchingOverview: { roles: { mentorRole: string; usualWaitDays: number | null }[] } };
    const carers = async () => (await coordinator.get<Overview>(overview)).matchingOverview.roles.find(({ mentorRole }) => mentorRole === 'CAREGIVER_MENTOR');
    expect(await carers()).toEqual({ mentorRole: 'CAREGIVER_MENTOR', waiting: 2, freePlaces: 1, missingPlaces: 1, longestWaitDays: 40, usualWaitDays: null });

    const mine = '{ myMentorNeeds { waiting usualWaitDays usualWait } }';
    await cameTogether(10, 20);
    expect(await carers()).toMatchObject({ usualWaitDays: 20 });
    const untold = { waiting: true, usualWaitDays: null, usualWait: null };
    expect(await spanish.get(mine)).toEqual({ myMentorNeeds: [untold] });
    const expecting = '{ myMentorNeeds { expectedWaitDays expectedWait } }';
    expect(await somali.get(expecting)).toEqual({ myMentorNeeds: [{ expectedWaitDays: null, expectedWait: 'We cannot say yet how long it will take.' }] });
    await cameTogether(1, 300);
    expect(await carers()).toMatchObject({ usualWaitDays: 20 });
    expect(await spanish.get(mine)).toEqual({ myMentorNeeds: [{ waiting: true, usualWaitDays: 20, usualWait: 'Últimamente, las personas han esperado cerca de 3 semanas por este tipo de persona mentora. Para usted puede ser menos o más tiempo.' }] });
    expect(await somali.get('{ myMentorNeeds { usualWait inSpanish: usualWait(language: "es") } }')).toEqual({
      myMentorNeeds: [{ usualWait: 'Lately, people have waited about 3 weeks for a mentor of this kind. It may be shorter or longer for you.', inSpanish: expect.stringContaining('3 semanas') }],
    });
    expect(await parent.get(mine)).toEqual({ myMentorNeeds: [untold] });
    for (const who of [spanish, parent]) expect(await refusalOf(who.get(overview))).toBe('FORBIDDEN');

    const about = (wait: string) => `Half of the people who had waited as long as you had a mentor within about ${wait} more. It may be shorter or longer for you.`;
    expect(await somali.get(expecting)).toEqual({ myMentorNeeds: [{ expectedWaitDays: 20, expectedWait: about('3 weeks') }] });
    expect(await spanish.get(expecting)).toEqual({ myMentorNeeds: [{ expectedWaitDays: null, expectedWait: 'Por ahora nadie de aquí puede ser su persona mentora. Seguimos buscando. Su persona coordinadora puede decirle más.' }] });
    await cameTogetherInSomali(5);
    expect(await somali.get(expecting)).toEqual({ myMentorNeeds: [{ expectedWaitDays: 5, expectedWait: about('5 days') }] });

    await pierce.rows(`update matching.mentor_need set since = now() - interval '61 days' where participant_id = $1`, [first.householdId]);
    const waitlist = 'query ($first: Int! = 50, $after: String) { mentorWaitlist(mentorRole: CAREGIVER_MENTOR, first: $first, after: $after) { nodes { need { participantId } waitedDays comesFirst possibleMentors expectedWaitDays } pageInfo { hasNextPage endCursor } } }';
    type Waitlist = { mentorWaitlist: { nodes: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    for (const who of [coordinator, pierce.supervisor]) {
      const { nodes, pageInfo } = (await who.get<Waitlist>(waitlist, { first: 1 })).mentorWaitlist;
      expect([nodes, pageInfo.hasNextPage]).toEqual([[{ need: { participantId: first.householdId }, waitedDays: 61, comesFirst: true, possibleMentors: 0, expectedWaitDays: null }], true]);
      const behind = (await who.get<Waitlist>(waitlist, { after: pageInfo.endCursor })).mentorWaitlist;
      expect(behind.nodes).toEqual([{ need: { participantId: second.householdId }, waitedDays: 0, comesFirst: false, possibleMentors: 1, expectedWaitDays: 5 }]);
    }
    for (const who of [spanish, parent]) expect(await refusalOf(who.get(waitlist))).toBe('FORBIDDEN');
  });

  it('S12 S80 says whom to look for by hours and by experience too, in numbers and in words', async () => {
    const [evening, mentor] = [await pierce.person('CAREGIVER', 'Evening'), await carer(pierce, 'Mornings', { capacity: 1 })];
    await connect(pierce, await pierce.person('PARENT', 'Evening'), [evening]);
    await describeMentor(mentor, { hours: [{ weekday: 1, from: '08:00', to: '11:00' }] });
    await describeMentor(await pierce.person('CAREGIVER_MENTOR', 'One'), { hours: [{ weekday: 2, from: '08:00', to: '11:00' }] });
    await askFor(evening, { wishes: [{ kind: 'LIVED_EXPERIENCE', value: 'SIBLINGS' }], hours: [{ weekday: 3, from: '18:00', to: '20:00' }, { weekday: 4, from: '18:00', to: '19:00' }] });
    const query = '{ matchingOverview { shortages { kind of waiting freePlaces inWords spanish: inWords(language: "es") } } }';
    const { matchingOverview } = await pierce.supervisor.get<{ matchingOverview: { shortages: { kind: string }[] } }>(query);
    expect(matchingOverview.shortages.filter(({ kind }) => kind === 'HOURS' || kind === 'EXPERIENCE')).toEqual([
      { kind: 'HOURS', of: 'WEEKDAY_EVENING', waiting: 1, freePlaces: 0, inWords: '1 family waits for somebody who can talk on weekday evenings; such mentors have 0 free places.', spanish: '1 familia espera a alguien que pueda hablar por la noche entre semana; esas personas mentoras tienen 0 lugares libres.' },
      { kind: 'EXPERIENCE', of: 'SIBLINGS', waiting: 1, freePlaces: 0, inWords: '1 family waits for somebody who has experience with siblings; such mentors have 0 free places.', spanish: '1 familia espera a alguien que tenga experiencia con hermanos; esas personas mentoras tienen 0 lugares libres.' },
    ]);
    expect(await refusalOf(evening.get(query))).toBe('FORBIDDEN');
    await describeMentor(mentor, { traits: [{ kind: 'LIVED_EXPERIENCE', value: 'SIBLINGS' }], hours: [] });
    const after = await pierce.supervisor.get<{ matchingOverview: { shortages: { kind: string }[] } }>(query);
    expect(after.matchingOverview.shortages.filter(({ kind }) => kind === 'HOURS' || kind === 'EXPERIENCE')).toEqual([]);
  });
});

describe('how good matching has been', () => {
  it('S02 is told month by month to coordinators and supervisors, in numbers and without a name: points, answers, how matches end, and how many come again', async () => {
    const [coordinator, parent] = [await pierce.person('COORDINATOR'), await pierce.person('PARENT', 'Quality', { languages: ['gl'] })];
    await connect(pierce, parent, [await pierce.person('CAREGIVER', 'Quality')]);
    const [first, second] = [await ally(pierce, 'First', { languages: ['gl'] }), await ally(pierce, 'Second', { languages: ['gl'] })];
    const declined = await propose(pierce, parent.personId, first);
    await tell(parent, declining, { proposalId: declined });
    const matchId = await eventually(async () => matchUp(pierce, parent.personId, parent, second), { within: 20_000 });
    await tell(coordinator, ending, { matchId, reason: 'FAMILY_ASKED' });
    const third = await ally(pierce, 'Third', { languages: ['gl'] });
    await matchUp(pierce, parent.personId, parent, third);

    const query = 'query ($months: Int) { matchQuality(months: $months) { month mentorRole proposed averageScore declined timedOut begun averageScoreOfMatches rematchShare ended averageDays endedBecause { reason matches } } }';
    type Quality = { matchQuality: { month: string; mentorRole: string; proposed: number; averageScore: number | null; declined: number; begun: number; averageScoreOfMatches: number | null; rematchShare: number | null; ended: number; endedBecause: object[] }[] };
    const ofAllies = async (who: Actor, months: number) => (await who.get<Quality>(query, { months })).matchQuality.filter(({ mentorRole }) => mentorRole === 'PARENT_ALLY');
    for (const who of [coordinator, pierce.supervisor]) {
      const months = await ofAllies(who, 2);
      expect(months).toHaveLength(2);
      const sum = (count: (month: (typeof months)[number]) => number): number => months.reduce((total, month) => total + count(month), 0);
      expect([sum(({ begun }) => begun), sum(({ ended }) => ended), sum(({ declined: no }) => no)]).toEqual([2, 1, 1]);
      expect(sum(({ begun, rematchShare }) => begun * (rematchShare ?? 0))).toBe(1);
      expect(months.flatMap(({ endedBecause }) => endedBecause)).toEqual([{ reason: 'FAMILY_ASKED', matches: 1 }]);
      const busy = months.find(({ begun }) => begun > 0)!;
      expect(busy.averageScore).toBeGreaterThan(0);
      expect(busy.averageScoreOfMatches).toBeGreaterThan(0);
    }
    expect((await ofAllies(coordinator, 36)).at(-1)).toMatchObject({ proposed: 0, averageScore: null, begun: 0, averageScoreOfMatches: null, rematchShare: null, ended: 0, averageDays: null, endedBecause: [] });
    for (const months of [0, 37]) expect(await refusalOf(ofAllies(coordinator, months))).toBe('MATCHING.MONTHS_OUT_OF_RANGE');
    for (const who of [parent, second]) expect(await refusalOf(ofAllies(who, 2))).toBe('FORBIDDEN');
  });
});
