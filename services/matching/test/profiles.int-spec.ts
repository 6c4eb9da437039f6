import { PeopleMergedV1, PreparationHeldV1, TrainingCompletedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ally, carer, connect, matchUp, needOf, propose, proposing, refusalOf, registering, tell } from './program.ts';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 120_000);
afterAll(() => world?.stop());

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const asAlly = (person: Actor, about: object = {}) => coordinator.do<{ id: string; eligible: boolean; languages: string[]; trainedOn: string }>(registering, { personId: person.personId, mentorRole: 'PARENT_ALLY', ...about });
const asCarer = (person: Actor, about: object = {}) => coordinator.do<{ id: string; eligible: boolean }>(registering, { personId: person.personId, mentorRole: 'CAREGIVER_MENTOR', ...about });

describe('who may mentor', () => {
  it('R18 S07 registers a Parent Ally whose own case has been closed for a year, and refuses one whose case has not', async () => {
    const person = await king.person('PARENT_ALLY', 'Ada', { languages: ['so', 'en'] });
    expect(await refusalOf(asAlly(person))).toBe('MATCHING.OWN_CASE_NOT_CLOSED');
    expect(await refusalOf(asAlly(person, { ownCaseClosedOn: daysAgo(300) }))).toBe('MATCHING.OWN_CASE_NOT_CLOSED');
    expect(await asAlly(person, { ownCaseClosedOn: daysAgo(400), trainedOn: daysAgo(10) })).toMatchObject({ eligible: true, languages: ['so', 'en'], capacity: 3, activeLoad: 0 });
  });

  it('R19 S08 registers a Caregiver Mentor who fostered and worked with parents, and refuses one who did not', async () => {
    const person = await king.person('CAREGIVER_MENTOR', 'Bea');
    expect(await refusalOf(asCarer(person))).toBe('MATCHING.NO_FOSTER_EXPERIENCE');
    expect(await refusalOf(asCarer(person, { fosterExperience: 'FORMER', workedWithParents: false }))).toBe('MATCHING.NO_FOSTER_EXPERIENCE');
    expect(await asCarer(person, { fosterExperience: 'KIN', workedWithParents: true, trainedOn: daysAgo(1) })).toMatchObject({ eligible: true });
  });

  it('refuses whoever does not hold the role, and whoever is registered already', async () => {
    const person = await king.person('PARENT_ALLY', 'Cai');
    expect(await refusalOf(asCarer(person, { fosterExperience: 'FORMER', workedWithParents: true }))).toBe('MATCHING.NOT_A_MENTOR');
    await asAlly(person, { ownCaseClosedOn: '2020-01-01' });
    expect(await refusalOf(asAlly(person, { ownCaseClosedOn: '2020-01-01' }))).toBe('MATCHING.ALREADY_REGISTERED');
    expect(await refusalOf(person.do(registering, { personId: person.personId, mentorRole: 'PARENT_ALLY' }))).toBe('FORBIDDEN');
  });

  it('registers once however often the same request is sent', async () => {
    const person = await king.person('PARENT_ALLY', 'Dee');
    const request = { idempotencyKey: crypto.randomUUID(), ownCaseClosedOn: '2020-01-01' };
    expect((await asAlly(person, request)).id).toBe((await asAlly(person, request)).id);
    expect(await refusalOf(asAlly(person, { ...request, ownCaseClosedOn: '2021-01-01' }))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('S07 matches nobody before the training is done, and takes the word of support for it', async () => {
    const person = await king.person('PARENT_ALLY', 'Eve');
    expect(await asAlly(person, { ownCaseClosedOn: '2020-01-01' })).toMatchObject({ eligible: false, trainedOn: null });
    const parent = await king.person('PARENT', 'Untrained');
    await connect(king, parent, [await king.person('CAREGIVER', 'Untrained')]);
    const need = await needOf(king, parent.personId);
    expect(await refusalOf(coordinator.do(proposing, { needId: need.id, mentorId: person.personId }))).toBe('MATCHING.NOT_ELIGIBLE');

    const done = (trainingKey: string) => king.say(TrainingCompletedV1, { completionId: newId<'TrainingCompletion'>(), personId: person.personId as Id<'Person'>, trainingKey, completedAt: '2026-01-02T03:00:00Z' });
    await done('KINSHIP_CARE');
    await done('MENTOR_BASICS');
    await eventually(async () => expect(await person.get('{ myMentorProfile { eligible trainedOn } }')).toEqual({ myMentorProfile: { eligible: true, trainedOn: '2026-01-01' } }));
    expect(await refusalOf(coordinator.do(proposing, { needId: need.id, mentorId: person.personId }))).toBe('NONE');
  });
});

describe('what a mentor decides', () => {
  const settingCapacity = 'mutation ($input: SetMentorCapacityInput!) { setMentorCapacity(input: $input) { capacity } }';
  const declaring = 'mutation ($input: DeclareMentorConflictInput!) { declareMentorConflict(input: $input) { conflicts { id } } }';

  it('lets a mentor set their own capacity within bounds, and nobody else’s', async () => {
    const mentor = await ally(king, 'Fay');
    const other = await carer(king, 'Gil');
    const { myMentorProfile } = await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile(mentorRole: PARENT_ALLY) { id } }');
    const profileId = myMentorProfile.id;
    expect(await tell(mentor, settingCapacity, { profileId, capacity: 5 })).toEqual({ capacity: 5 });
    expect(await tell(coordinator, settingCapacity, { profileId, capacity: 20 })).toEqual({ capacity: 20 });
    for (const capacity of [-1, 0, 21]) expect(await refusalOf(tell(mentor, settingCapacity, { profileId, capacity }))).toBe('MATCHING.CAPACITY_OUT_OF_RANGE');
    expect(await refusalOf(tell(other, settingCapacity, { profileId, capacity: 1 }))).toBe('NOT_FOUND');
  });

  it('S07 lets a mentor say in which languages they mentor, also later, and refuses what is no language', async () => {
    const unregistered = await king.person('PARENT_ALLY', 'Kit');
    expect(await refusalOf(asAlly(unregistered, { ownCaseClosedOn: '2020-01-01', languages: ['Sundanese, mostly'] }))).toBe('MATCHING.UNKNOWN_LANGUAGE');
    const [mentor, other] = [await ally(king, 'Lia'), await carer(king, 'Lou')];
    const parent = await king.person('PARENT', 'Sundanese', { languages: ['su'] });
    await connect(king, parent, [await king.person('CAREGIVER', 'Sundanese')]);
    expect(await refusalOf(propose(king, parent.personId, mentor))).toBe('MATCHING.NO_SHARED_LANGUAGE');
    const { myMentorProfile } = await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }');
    const say = (who: Actor, languages: string[]) => tell(who, 'mutation ($input: DescribeMentorInput!) { describeMentor(input: $input) { languages } }', { profileId: myMentorProfile.id, languages });
    expect(await refusalOf(say(mentor, ['Sundanese, mostly']))).toBe('MATCHING.UNKNOWN_LANGUAGE');
    expect(await refusalOf(say(other, ['su']))).toBe('NOT_FOUND');
    expect(await say(mentor, ['SU', 'en', 'su'])).toEqual({ languages: ['su', 'en'] });
    expect(await say(coordinator, [])).toEqual({ languages: ['en'] }); // their own
    expect(await refusalOf(propose(king, parent.personId, mentor))).toBe('MATCHING.NO_SHARED_LANGUAGE');
    await say(coordinator, ['su']);
    expect(await refusalOf(propose(king, parent.personId, mentor))).toBe('NONE');
  });

  it('keeps a mentor from whom they declared a conflict with, and takes an open proposal back', async () => {
    const mentor = await ally(king, 'Hal');
    const parent = await king.person('PARENT', 'Neighbour');
    await connect(king, parent, [await king.person('CAREGIVER', 'Neighbour')]);
    const need = await needOf(king, parent.personId);
    await coordinator.do(proposing, { needId: need.id, mentorId: mentor.personId });
    const { myMentorProfile } = await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }');
    const declared = { profileId: myMentorProfile.id, personId: parent.personId };
    expect(await refusalOf(tell(mentor, declaring, { ...declared, personId: newId<'Person'>() }))).toBe('NOT_FOUND');
    expect(await tell(mentor, declaring, declared)).toEqual({ conflicts: [{ id: parent.personId }] });
    expect(await tell(mentor, declaring, declared)).toEqual({ conflicts: [{ id: parent.personId }] });
    expect(await parent.get('{ myProposals { status } }')).toEqual({ myProposals: [{ status: 'WITHDRAWN' }] });
    expect(await refusalOf(coordinator.do(proposing, { needId: need.id, mentorId: mentor.personId }))).toBe('MATCHING.CONFLICT');
  });

  it('S83 keeps a mentor from whom they declared a conflict with, by whichever record of theirs, once the two are merged', async () => {
    const mentor = await ally(king, 'Hana');
    const parent = await king.person('PARENT', 'Cousin');
    await connect(king, parent, [await king.person('CAREGIVER', 'Cousin')]);
    const need = await needOf(king, parent.personId);
    await coordinator.do(proposing, { needId: need.id, mentorId: mentor.personId });
    const { myMentorProfile } = await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }');
    const duplicateId = (await king.person('RELATIVE', 'Cousin')).personId as Id<'Person'>;
    await tell(mentor, declaring, { profileId: myMentorProfile.id, personId: duplicateId });
    expect(await parent.get('{ myProposals { status } }')).toEqual({ myProposals: [{ status: 'PROPOSED' }] });
    await king.say(PeopleMergedV1, { mergeId: newId<'PersonMerge'>(), survivorId: parent.personId as Id<'Person'>, duplicateId, mergedAt: new Date().toISOString() });
    await eventually(async () => expect(await parent.get('{ myProposals { status } }')).toEqual({ myProposals: [{ status: 'WITHDRAWN' }] }));
    expect(await refusalOf(coordinator.do(proposing, { needId: need.id, mentorId: mentor.personId }))).toBe('MATCHING.CONFLICT');
  });

  it('shows who mentors, with their load, to coordinators and supervisors alone', async () => {
    const mentor = await ally(king, 'Ida');
    const parent = await king.person('PARENT', 'Loaded');
    const { connectionId } = await connect(king, parent, [await king.person('CAREGIVER', 'Loaded')]);
    const matchId = (await matchUp(king, parent.personId, parent, mentor)) as Id<'MentorMatch'>;
    const heldAt = '2026-03-01T18:00:00Z';
    await king.say(PreparationHeldV1, { preparationId: newId<'PreparationSession'>(), matchId, connectionId, mentorRole: 'PARENT_ALLY', heldAt });
    await eventually(async () => expect(await king.rows('select 1 from matching.mentor_match where id = $1 and last_contact_at is not null', [matchId])).toHaveLength(1));
    const query = '{ mentorProfiles(first: 100) { nodes { person { givenName } capacity activeLoad openProposals freePlaces lastContactAt } } }';
    for (const reader of [coordinator, king.supervisor]) {
      const { mentorProfiles } = await reader.get<{ mentorProfiles: { nodes: object[] } }>(query);
      expect(mentorProfiles.nodes).toContainEqual({ person: { givenName: 'Ida' }, capacity: 3, activeLoad: 1, openProposals: 0, freePlaces: 2, lastContactAt: heldAt });
    }
    expect(await refusalOf(mentor.get(query))).toBe('FORBIDDEN');
  });

  it('S07 keeps hours on the mentor’s own clocks, with exceptions of single hours, and refuses what is no hour, no zone, or both at once', async () => {
    const mentor = await ally(king, 'Jun');
    const { myMentorProfile } = await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }');
    const describing = 'mutation ($input: DescribeMentorInput!) { describeMentor(input: $input) { timeZone hoursExceptions { on from to free } away } }';
    const say = (about: object) => tell(mentor, describing, { profileId: myMentorProfile.id, ...about });
    const hours = [{ weekday: 7, from: '01:00', to: '04:00' }];
    for (const [from, to] of [['12:00', '12:00'], ['13:00', '12:00']] as const) {
      expect(await refusalOf(say({ hours: [{ weekday: 1, from, to }] }))).toBe('INVALID_HOURS');
      expect(await refusalOf(say({ hoursExceptions: [{ on: '2026-11-01', from, to }] }))).toBe('INVALID_HOURS');
    }
    expect(await refusalOf(say({ timeZone: 'Mars/Olympus' }))).toBe('MATCHING.UNKNOWN_TIME_ZONE');
    expect(await refusalOf(say({ hoursExceptions: [{ on: '2026-11-01', from: '09:00', to: '11:00', free: true }, { on: '2026-11-01', from: '10:00', to: '12:00' }] }))).toBe('MATCHING.HOURS_CONTRADICT');
    expect(await say({ hours })).toMatchObject({ timeZone: king.county.timeZone, away: false });

    const freeTimes = 'query ($from: LocalDate!, $until: LocalDate!) { myMentorProfile { freeTimes(from: $from, until: $until) { startsAt endsAt } } }';
    const free = async (from: string, until: string) => (await mentor.get<{ myMentorProfile: { freeTimes: { startsAt: string; endsAt: string }[] } }>(freeTimes, { from, until })).myMentorProfile.freeTimes;
    expect(await free('2026-10-25', '2026-11-01')).toEqual([{ startsAt: '2026-10-25T08:00:00Z', endsAt: '2026-10-25T11:00:00Z' }, { startsAt: '2026-11-01T08:00:00Z', endsAt: '2026-11-01T12:00:00Z' }]);
    await say({ timeZone: 'America/Phoenix', hoursExceptions: [{ on: '2026-11-01', from: '02:00', to: '03:00' }] });
    expect(await free('2026-11-01', '2026-11-01')).toEqual([{ startsAt: '2026-11-01T08:00:00Z', endsAt: '2026-11-01T09:00:00Z' }, { startsAt: '2026-11-01T10:00:00Z', endsAt: '2026-11-01T11:00:00Z' }]);
    expect(await refusalOf(free('2026-11-02', '2026-11-01'))).toBe('MATCHING.DAYS_OUT_OF_RANGE');
    expect(await refusalOf(free('2026-01-01', '2026-02-01'))).toBe('MATCHING.DAYS_OUT_OF_RANGE');
  });

  it('S07 is proposed to nobody while exceptions take all their hours for as long as an answer may take', async () => {
    const [parent, mentor] = [await king.person('PARENT', 'TakenUp', { languages: ['wo'] }), await ally(king, 'TakenUp', { languages: ['wo'] })];
    await connect(king, parent, [await king.person('CAREGIVER', 'TakenUp')]);
    const { myMentorProfile } = await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }');
    const say = (hoursExceptions: object[]) => tell(mentor, 'mutation ($input: DescribeMentorInput!) { describeMentor(input: $input) { away } }', { profileId: myMentorProfile.id, hoursExceptions });
    const days = Array.from({ length: 14 }, (_, at) => daysAgo(2 - at)); // the seven days of an answer, whatever the hour is where
    expect(await say(days.map((on) => ({ on, from: '00:00', to: '23:30' })))).toEqual({ away: true });
    expect(await refusalOf(coordinator.do(proposing, { needId: (await needOf(king, parent.personId)).id, mentorId: mentor.personId }))).toBe('MATCHING.MENTOR_AWAY');
    expect(await say(days.map((on) => ({ on, from: '00:00', to: '22:30' })))).toEqual({ away: false });
    expect(await refusalOf(coordinator.do(proposing, { needId: (await needOf(king, parent.personId)).id, mentorId: mentor.personId }))).toBe('NONE');
  });
});
