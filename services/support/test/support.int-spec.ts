import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { CaseAssignedV1, ConnectionOpenedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, inHours, SharedWorld, type Actor, type TestCounty } from '@fc/testing';

let world: SharedWorld;
let king: TestCounty;
let coordinator: Actor;
let navigator: Actor;
let parent: Actor;
let caregiver: Actor;
let ally: Actor;

const recording = 'mutation ($input: RecordTrainingCompletionInput!) { recordTrainingCompletion(input: $input) { person { id } training { key } completedOn } }';
const completion = (personId: string, more: object = {}): object => ({ idempotencyKey: randomUUID(), personId, trainingKey: 'PARTNERING', completedOn: '2026-02-01', ...more });
const referring = 'mutation ($input: ReferToServiceInput!) { referToService(input: $input) { id status } }';
const accepting = 'mutation ($input: AcceptReferralInput!) { acceptReferral(input: $input) { id status } }';
const closing = 'mutation ($input: CloseReferralInput!) { closeReferral(input: $input) { id status outcome } }';
const referral = (more: object = {}): object => ({ idempotencyKey: randomUUID(), personId: parent.personId, serviceName: 'Eastside housing help', need: 'HOUSING', ...more });
const refusal = async (actor: Actor, mutation: string, input: object): Promise<unknown> => (await actor.ask(mutation, { input })).errors?.[0]?.extensions?.['code'];

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
  [coordinator, navigator, parent, ally] = await Promise.all([king.person('COORDINATOR'), king.person('NAVIGATOR'), king.person('PARENT', 'Noor'), king.person('PARENT_ALLY', 'Ada')]);
  caregiver = await king.person('CAREGIVER', 'Dana');
  const childId = newId<'Child'>();
  await king.say(ConnectionOpenedV1, {
    connectionId: newId<'FamilyConnection'>(),
    parentId: parent.personId as Id<'Person'>,
    householdId: newId<'CaregiverHousehold'>(),
    caregiverIds: [caregiver.personId as Id<'Person'>],
    children: [{ childId, placementId: newId<'Placement'>() }],
    openedAt: new Date().toISOString(),
  });
  await king.say(CaseAssignedV1, { assignmentId: newId<'CaseAssignment'>(), childId, personId: navigator.personId as Id<'Person'>, role: 'NAVIGATOR', from: new Date().toISOString() });
  await eventually(async () => {
    if ((await king.rows(`select 1 from support.circle_member where role = 'NAVIGATOR'`)).length === 0) throw new Error('The navigator is not on the case yet.');
    if ((await king.rows(`select 1 from support.enrolled_person`)).length < 5) throw new Error('Not everybody is known yet.');
  });
}, 120_000);
afterAll(() => world?.stop());

describe('trainings', () => {
  it('R73 R75 S66 S68 offers trainings for foster parents, social workers and parent partners that cover communication, boundaries and permanency', async () => {
    const { trainings } = await parent.get<{ trainings: { key: string; audience: string[]; modules: string[] }[] }>('{ trainings { key title audience modules } }');
    const partnering = trainings.find(({ key }) => key === 'PARTNERING');
    expect(partnering?.audience).toEqual(expect.arrayContaining(['CAREGIVER', 'CASEWORKER', 'PARENT_ALLY']));
    expect(partnering?.modules).toEqual(['Healthy communication', 'Clear boundaries', 'The shared goal of permanency']);
    expect(trainings.map(({ key }) => key)).toEqual(['MENTOR_BASICS', 'PARTNERING', 'PROTECTIVE_FACTORS', 'PROTECTIVE_FACTORS_TRAINERS', 'PERSPECTIVE_TAKING']);
    expect(trainings.find(({ key }) => key === 'PROTECTIVE_FACTORS')?.modules).toHaveLength(5);
  });

  it('S68 records what a person has finished, for a coordinator or a navigator and for nobody else', async () => {
    await coordinator.get(recording, { input: completion(ally.personId, { trainingKey: 'MENTOR_BASICS' }) });
    await navigator.get(recording, { input: completion(ally.personId) });
    const { myTrainings } = await ally.get<{ myTrainings: object[] }>('{ myTrainings { training { key title } completedOn person { givenName } } }');
    expect(myTrainings).toMatchObject([{ training: { key: 'MENTOR_BASICS' }, person: { givenName: 'Ada' } }, { training: { key: 'PARTNERING' }, completedOn: '2026-02-01' }]);

    expect(await refusal(ally, recording, completion(ally.personId))).toBe('FORBIDDEN');
    expect(await refusal(coordinator, recording, completion(ally.personId))).toBe('SUPPORT.TRAINING_ALREADY_RECORDED');
    expect(await refusal(coordinator, recording, completion(ally.personId, { completedOn: '2199-01-01' }))).toBe('DATE_IN_FUTURE');
    expect(await refusal(coordinator, recording, completion(newId<'Person'>()))).toBe('NOT_FOUND');
    expect(await refusal(coordinator, recording, completion('ada'))).toBe('INVALID_ID');
  });

  it('says what a person has finished to the person and to those who place mentors, not to the other family', async () => {
    const ofParent = 'query ($id: UUID!) { person(id: $id) { trainings { training { key } } } }';
    await coordinator.get(recording, { input: completion(parent.personId, { trainingKey: 'PROTECTIVE_FACTORS' }) });
    const seenBy = async (actor: Actor): Promise<object> => (await actor.get<{ person: object }>(ofParent, { id: parent.personId })).person;
    for (const actor of [parent, coordinator]) expect(await seenBy(actor)).toEqual({ trainings: [{ training: { key: 'PROTECTIVE_FACTORS' } }] });
    expect(await seenBy(caregiver)).toEqual({ trainings: [] });
  });
});

describe('referrals to community services', () => {
  it('S69 closes the loop: made by the navigator, accepted by the person, closed with an outcome', async () => {
    const made = await navigator.do<{ id: string }>(referring, referral());
    expect(await refusal(navigator, closing, { referralId: made.id, outcome: 'SERVED' })).toBe('SUPPORT.REFERRAL_NOT_ACCEPTED');
    expect(await refusal(navigator, accepting, { referralId: made.id })).toBe('FORBIDDEN');
    expect(await parent.get(accepting, { input: { referralId: made.id } })).toEqual({ acceptReferral: { id: made.id, status: 'ACCEPTED' } });
    expect(await navigator.get(closing, { input: { referralId: made.id, outcome: 'SERVED' } })).toEqual({ closeReferral: { id: made.id, status: 'CLOSED', outcome: 'SERVED' } });
    expect(await refusal(parent, accepting, { referralId: made.id })).toBe('SUPPORT.REFERRAL_CLOSED');
    await eventually(async () => {
      const said = await king.rows<{ outcome: string }>(`select envelope->'data'->>'outcome' as outcome from support.event_log where envelope->>'type' = 'support.referral-closed.v1'`);
      expect(said).toEqual([{ outcome: 'SERVED' }]);
    });
  });

  it('S69 lets a person decline without a reason, and shows the referral to the two of them alone', async () => {
    const made = await navigator.do<{ id: string }>(referring, referral({ need: 'CHILD_CARE' }));
    const mine = async (actor: Actor): Promise<string[]> => (await actor.get<{ myReferrals: { id: string }[] }>('{ myReferrals { id } }')).myReferrals.map(({ id }) => id);
    expect(await mine(parent)).toContain(made.id);
    expect(await mine(navigator)).toContain(made.id);
    for (const actor of [coordinator, ally]) {
      expect(await mine(actor)).toEqual([]);
      expect(await refusal(actor, closing, { referralId: made.id, outcome: 'DECLINED' })).toBe('NOT_FOUND');
    }
    expect(await parent.get(closing, { input: { referralId: made.id, outcome: 'DECLINED' } })).toMatchObject({ closeReferral: { outcome: 'DECLINED' } });
  });

  it('S59 is made for kin who took a child in without a licence, by the navigator of that case and by no other', async () => {
    const [aunt, mother, guide] = [await king.person('RELATIVE', 'Luz'), await king.person('PARENT', 'Mira'), await king.person('NAVIGATOR', 'Kin')];
    const tell = <Made>(name: string, input: object): Promise<Made> => coordinator.do<Made>(`mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { id } }`, input);
    const { id: householdId } = await tell<{ id: string }>('registerCaregiverHousehold', { kind: 'KINSHIP_CAREGIVER', licensed: false, caregiverIds: [aunt.personId] });
    const children = await tell<{ id: string }[]>('registerChildren', { children: [{ givenName: 'Ayan', familyName: 'Example', birthDate: '2020-02-29' }], parentIds: [mother.personId] });
    const childIds = children.map(({ id }) => id);
    await tell('beginFosterCare', { childIds, removedAt: { at: inHours(-30) } });
    await tell('placeChildren', { childIds, type: 'RELATIVE_FOSTER_HOME', householdId, startedAt: { at: inHours(-20) } });
    await tell('openFamilyConnection', { parentId: mother.personId, householdId });
    await tell('assignCase', { childIds, personId: guide.personId, role: 'NAVIGATOR' });
    const forAunt = (): object => referral({ personId: aunt.personId, serviceName: 'Kinship navigator program', need: 'CHILD_CARE' });
    const made = await eventually(() => guide.do<{ id: string }>(referring, forAunt()));
    expect(await refusal(navigator, referring, forAunt())).toBe('NOT_FOUND');
    expect((await aunt.get<{ myReferrals: object[] }>('{ myReferrals { id serviceName } }')).myReferrals).toEqual([{ id: made.id, serviceName: 'Kinship navigator program' }]);
    await aunt.get(accepting, { input: { referralId: made.id } });
    expect(await guide.get(closing, { input: { referralId: made.id, outcome: 'SERVED' } })).toMatchObject({ closeReferral: { status: 'CLOSED', outcome: 'SERVED' } });
  });

  it('is made by those who work with the family', async () => {
    const stranger = await king.person('NAVIGATOR', 'Stranger');
    expect(await refusal(stranger, referring, referral())).toBe('NOT_FOUND');
    expect(await refusal(parent, referring, referral())).toBe('FORBIDDEN');
    expect(await refusal(navigator, referring, referral({ serviceName: ' ' }))).toBe('TEXT_REQUIRED');
    expect(await refusal(coordinator, referring, referral({ personId: 'noor' }))).toBe('INVALID_ID');
  });
});

describe('protective factors', () => {
  it('R66 S65 are exactly the five of the framework, in plain words, for whoever is signed in', async () => {
    const { protectiveFactors } = await parent.get<{ protectiveFactors: { factor: string; label: string }[] }>('{ protectiveFactors { factor label } }');
    expect(protectiveFactors).toEqual([
      { factor: 'PARENTAL_RESILIENCE', label: 'Parental resilience' },
      { factor: 'SOCIAL_CONNECTIONS', label: 'Social connections' },
      { factor: 'PARENTING_KNOWLEDGE', label: 'Knowledge of parenting and child development' },
      { factor: 'CONCRETE_SUPPORT', label: 'Concrete support in times of need' },
      { factor: 'CHILD_SOCIAL_EMOTIONAL', label: 'Social and emotional competence of children' },
    ]);
    const { errors } = await world.askDirectly('support', 'no-token', '{ protectiveFactors { factor } }');
    expect(errors[0]?.extensions?.code).toMatch(/^[A-Z_]+$/);
  });

  it('S65 are what trainings are tagged with and asked for by', async () => {
    const strengthening = async (factor?: string): Promise<string[]> =>
      (await caregiver.get<{ trainings: { key: string; strengthens: string[] }[] }>('query ($factor: ProtectiveFactor) { trainings(strengthens: $factor) { key strengthens } }', { factor })).trainings.map(({ key, strengthens }) => `${key} ${strengthens.length}`);
    expect(await strengthening()).toEqual(['MENTOR_BASICS 1', 'PARTNERING 1', 'PROTECTIVE_FACTORS 5', 'PROTECTIVE_FACTORS_TRAINERS 5', 'PERSPECTIVE_TAKING 1']);
    expect(await strengthening('CONCRETE_SUPPORT')).toEqual(['PROTECTIVE_FACTORS 5', 'PROTECTIVE_FACTORS_TRAINERS 5']);
    expect(await strengthening('SOCIAL_CONNECTIONS')).toHaveLength(5);
  });

  it('S65 show a parent what they do that strengthens each: trainings finished, services that they said yes to, and nothing of anybody else', async () => {
    const rosa = await king.person('PARENT', 'Rosa');
    const mine = async (actor: Actor): Promise<Record<string, string[]>> => {
      const { myProtectiveFactors } = await actor.get<{ myProtectiveFactors: { factor: string; activities: { kind: string; name: string }[] }[] }>('{ myProtectiveFactors { factor label activities { kind name } } }');
      return Object.fromEntries(myProtectiveFactors.map(({ factor, activities }) => [factor, activities.map(({ kind, name }) => `${kind} ${name}`)]));
    };
    const nothing = { PARENTAL_RESILIENCE: [], SOCIAL_CONNECTIONS: [], PARENTING_KNOWLEDGE: [], CONCRETE_SUPPORT: [], CHILD_SOCIAL_EMOTIONAL: [] };
    expect(await mine(rosa)).toEqual(nothing);

    for (const completedOn of ['2026-02-01', '2026-02-02']) await eventually(() => coordinator.get(recording, { input: completion(rosa.personId, { completedOn }) }));
    const refer = async (serviceName: string, need: string): Promise<string> => (await coordinator.do<{ id: string }>(referring, referral({ personId: rosa.personId, serviceName, need }))).id;
    const [rent, food, course, other] = [await refer('Help with the rent', 'HOUSING'), await refer('Food bank', 'FOOD'), await refer('Parenting together', 'PARENTING'), await refer('Choir', 'OTHER')];
    for (const referralId of [rent, course, other]) await rosa.get(accepting, { input: { referralId } });
    await rosa.get(closing, { input: { referralId: rent, outcome: 'SERVED' } });
    const partnering = 'TRAINING Partnering for permanency';
    expect(await mine(rosa)).toEqual({ ...nothing, SOCIAL_CONNECTIONS: [partnering], PARENTING_KNOWLEDGE: ['SERVICE Parenting together'], CONCRETE_SUPPORT: ['SERVICE Help with the rent'] });

    await rosa.get(accepting, { input: { referralId: food } });
    expect((await mine(rosa))['CONCRETE_SUPPORT']).toEqual(['SERVICE Food bank', 'SERVICE Help with the rent']);
    await rosa.get(closing, { input: { referralId: food, outcome: 'DECLINED' } });
    expect((await mine(rosa))['CONCRETE_SUPPORT']).toEqual(['SERVICE Help with the rent']);
    for (const actor of [caregiver, coordinator, navigator]) expect(JSON.stringify(await mine(actor))).not.toMatch(/rent|Parenting together/);
  });
});
