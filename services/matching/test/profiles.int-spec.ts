import { PeopleMergedV1, TrainingCompletedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ally, carer, connect, matchUp, needOf, proposing, refusalOf, registering, tell } from './program.ts';

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
    for (const capacity of [0, 21]) expect(await refusalOf(tell(mentor, settingCapacity, { profileId, capacity }))).toBe('MATCHING.CAPACITY_OUT_OF_RANGE');
    expect(await refusalOf(tell(other, settingCapacity, { profileId, capacity: 1 }))).toBe('NOT_FOUND');
  });

  it('keeps a mentor from whom they declared a conflict with, and takes an open proposal back', async () => {
    const mentor = await ally(king, 'Hal');
    const parent = await king.person('PARENT', 'Neighbour');
    await connect(king, parent, [await king.person('CAREGIVER', 'Neighbour')]);
    const need = await needOf(king, parent.personId);
    await coordinator.do(proposing, { needId: need.id, mentorId: mentor.personId });
    const { myMentorProfile } = await mentor.get<{ myMentorProfile: { id: string } }>('{ myMentorProfile { id } }');
    const declared = { profileId: myMentorProfile.id, personId: parent.personId };
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
    const duplicateId = newId<'Person'>();
    await tell(mentor, declaring, { profileId: myMentorProfile.id, personId: duplicateId });
    expect(await parent.get('{ myProposals { status } }')).toEqual({ myProposals: [{ status: 'PROPOSED' }] });
    await king.say(PeopleMergedV1, { mergeId: newId<'PersonMerge'>(), survivorId: parent.personId as Id<'Person'>, duplicateId, mergedAt: new Date().toISOString() });
    await eventually(async () => expect(await parent.get('{ myProposals { status } }')).toEqual({ myProposals: [{ status: 'WITHDRAWN' }] }));
    expect(await refusalOf(coordinator.do(proposing, { needId: need.id, mentorId: mentor.personId }))).toBe('MATCHING.CONFLICT');
  });

  it('shows who mentors, with their load, to coordinators and supervisors alone', async () => {
    const mentor = await ally(king, 'Ida');
    const parent = await king.person('PARENT', 'Loaded');
    await connect(king, parent, [await king.person('CAREGIVER', 'Loaded')]);
    await matchUp(king, parent.personId, parent, mentor);
    const query = '{ mentorProfiles(first: 100) { nodes { person { givenName } activeLoad } } }';
    for (const reader of [coordinator, king.supervisor]) {
      const { mentorProfiles } = await reader.get<{ mentorProfiles: { nodes: object[] } }>(query);
      expect(mentorProfiles.nodes).toContainEqual({ person: { givenName: 'Ida' }, activeLoad: 1 });
    }
    expect(await refusalOf(mentor.get(query))).toBe('FORBIDDEN');
  });
});
