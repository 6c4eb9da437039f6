import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectionClosedV1, ConnectionContinuedV1 } from '@fc/contracts';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { buildSchema, isInputObjectType, isObjectType } from 'graphql';
import { change, Family, hoursAgo, now, refusal } from './family.ts';

interface Tick {
  promptId: string;
  personId: string;
  shared: boolean;
}
interface MyGuide {
  phase: string;
  readiness: string;
  progress: { phase: string; ticked: number; of: number }[];
  ticks: Tick[];
  shared: Tick[];
  suggestions: string[];
  invitations: { id: string; invitedBy: string; invitedSide: string; answer: string | null }[];
}
interface Guide {
  version: number;
  language: string;
  state: string;
  wording: string;
  interpreterOffer: string | null;
  prompts: { promptId: string; phase: string | null; role: string; kind: string; optional: boolean; isARightInSomeStates: boolean; text: string }[];
}

const mine = 'phase readiness progress { phase ticked of } ticks { promptId personId shared } shared { promptId personId shared } suggestions invitations { id invitedBy invitedSide answer }';
const tick = `mutation ($input: TickPromptInput!) { tickPrompt(input: $input) { ${mine} } }`;
const untick = `mutation ($input: UntickPromptInput!) { untickPrompt(input: $input) { ${mine} } }`;
const share = `mutation ($input: ShareTickInput!) { shareTick(input: $input) { ${mine} } }`;
const readiness = `mutation ($input: SetGuideReadinessInput!) { setGuideReadiness(input: $input) { ${mine} } }`;
const invite = 'mutation ($input: InviteToGuideInput!) { inviteToGuide(input: $input) { id invitedSide answer } }';
const answer = 'mutation ($input: AnswerGuideInvitationInput!) { answerGuideInvitation(input: $input) { id answer } }';
const introduce = 'mutation ($input: IntroduceGuideInput!) { introduceGuide(input: $input) { id side introducedBy through } }';
const review = 'mutation ($input: ReviewGuideInput!) { reviewGuide(input: $input) { state } }';
const guideFields = 'version language state wording interpreterOffer prompts { promptId phase role kind optional isARightInSomeStates text }';

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const guide = async (actor: Actor, language = 'en'): Promise<Guide> => (await actor.get<{ guide: Guide }>(`query ($language: GuideLanguage!) { guide(language: $language) { ${guideFields} } }`, { language })).guide;
const myGuide = (family: Family, actor: Actor): Promise<MyGuide> => family.read<MyGuide>(actor, `myGuide { ${mine} }`);
describe('the guide', () => {
  it('S23 S24 S25 S26 S27 S78 R32 R40 R60 R76 has four phases for both families and twelve tips for each, in reviewed words that everybody may read', async () => {
    const family = await Family.open(king, 'amir');
    const { prompts, ...about } = await guide(family.parent);
    expect(about).toMatchObject({ version: 2, language: 'en', state: 'REVIEWED', interpreterOffer: null });
    for (const phase of ['BUILD', 'SUPPORT', 'REUNIFY', 'AFTER'])
      for (const role of ['PARENT', 'CAREGIVER']) expect(prompts.filter((prompt) => prompt.phase === phase && prompt.role === role).length).toBeGreaterThanOrEqual(6);
    for (const role of ['PARENT', 'CAREGIVER']) expect(prompts.filter((prompt) => prompt.phase === null && prompt.role === role && prompt.kind === 'TIP')).toHaveLength(12);
    const text = (id: string): string => prompts.find(({ promptId }) => promptId === id)?.text ?? '';
    expect(text('P1-CAR-08')).toBe('Ask permission to tell the child the parent is okay');
    expect(text('P1-BOTH-05')).toContain('support the child’s existing practice');
    expect(text('P1-CAR-15')).toContain('together with the parents');
    expect(prompts.filter(({ isARightInSomeStates }) => isARightInSomeStates).map(({ promptId }) => promptId)).toEqual(['P2-PAR-08']);
    expect(text('T-CAR-05')).toBe('Keep comments about parents positive around the child');
    expect(text('T-PAR-01')).toContain('not someone taking your child');
    expect((await guide(family.caregiver)).prompts).toEqual(prompts);
  });

  it('R71 S23 shows Spanish once somebody of the county has reviewed that wording, and until then English with the offer of an interpreter', async () => {
    const pierce = await world.addCounty('pierce');
    const parent = await pierce.person('PARENT', 'parent');
    expect(await guide(parent, 'es')).toMatchObject({ language: 'en', state: 'REVIEWED', interpreterOffer: expect.stringMatching(/díganos su idioma.*tell us your language/) });
    expect((await parent.ask('{ guideDraft(language: es) { state } }')).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    const { guideDraft: draft } = await pierce.supervisor.get<{ guideDraft: Guide }>(`{ guideDraft(language: es) { ${guideFields} } }`);
    expect(draft).toMatchObject({ language: 'es', state: 'MACHINE' });
    await expect(pierce.supervisor.do(review, { language: 'es', wording: 'another' })).rejects.toEqual(refusal('MEETINGS.OTHER_WORDING'));
    expect((await pierce.supervisor.do<Guide>(review, { language: 'es', wording: draft.wording })).state).toBe('REVIEWED');
    const read = await guide(parent, 'es');
    expect(read).toMatchObject({ language: 'es', state: 'REVIEWED', interpreterOffer: null });
    expect(read.prompts[0]?.text).toBe('Diga que quiere a su hijo y que se preocupa por él');
    expect((await guide(await king.person('PARENT', 'elsewhere'), 'es')).language).toBe('en');
  });

  it('S23 R05 R30 lets each tick lines of their own guide at any time, for themselves alone, take them back, and be asked for no more than they are ready for', async () => {
    const family = await Family.open(king, 'bea');
    const { connectionId, parent, caregiver, caseworker, coordinator } = family;
    expect(await myGuide(family, parent)).toMatchObject({ phase: 'BUILD', readiness: 'A_LITTLE', ticks: [], suggestions: ['P1-PAR-01', 'P1-PAR-02', 'P1-PAR-03'] });
    await parent.do(tick, { connectionId, promptId: 'P4-PAR-01' });
    const ticked = await parent.do<MyGuide>(tick, { connectionId, promptId: 'P1-PAR-01' });
    expect(ticked.ticks.map(({ promptId, shared }) => [promptId, shared])).toEqual([['P4-PAR-01', false], ['P1-PAR-01', false]]);
    expect(ticked.progress.map(({ phase, ticked: count }) => [phase, count])).toEqual([['BUILD', 1], ['SUPPORT', 0], ['REUNIFY', 0], ['AFTER', 1]]);
    expect(ticked.suggestions[0]).toBe('P1-PAR-02');
    expect((await myGuide(family, caregiver)).shared).toEqual([]);
    for (const other of [caseworker, coordinator, king.supervisor]) expect(await family.read(other, `myGuide { ${mine} }`)).toBeNull();
    await expect(parent.do(tick, { connectionId, promptId: 'P1-CAR-01' })).rejects.toEqual(refusal('MEETINGS.NO_SUCH_PROMPT'));
    await expect(caseworker.do(tick, { connectionId, promptId: 'P1-PAR-01' })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect((await king.person('PARENT', 'stranger')).do(tick, { connectionId, promptId: 'P1-PAR-01' })).rejects.toEqual(refusal('NOT_FOUND'));
    expect((await change<MyGuide>(parent, readiness, { connectionId, readiness: 'NOT_YET' })).suggestions).toEqual(['P1-PAR-02']);
    expect((await family.read<MyGuide>(parent, 'myGuide(phase: SUPPORT) { suggestions }')).suggestions).toEqual(['P2-PAR-01']);
    expect((await change<MyGuide>(parent, untick, { connectionId, promptId: 'P1-PAR-01' })).ticks.map(({ promptId }) => promptId)).toEqual(['P4-PAR-01']);
    await expect(change(parent, untick, { connectionId, promptId: 'P1-PAR-01' })).rejects.toEqual(refusal('MEETINGS.NOT_TICKED'));
    await expect(change(parent, untick, { connectionId, promptId: 'P1-PAR-01\u0000' })).rejects.toEqual(refusal('MEETINGS.NOT_TICKED'));
    // Before any placement it is there too, all of it; and nothing of it is ever due or signed.
    const phases = (await guide(await king.person('PARENT', 'before'))).prompts.map(({ phase }) => phase);
    expect([...new Set(phases)]).toEqual(['BUILD', 'SUPPORT', 'REUNIFY', 'AFTER', null]);
    const { myWork } = await parent.get<{ myWork: { nodes: { kind: string }[] } }>('{ myWork(first: 100) { nodes { kind } } }');
    expect(myWork.nodes.map(({ kind }) => kind).filter((kind) => /GUIDE|PROMPT|TICK/.test(kind))).toEqual([]);
    const schema = buildSchema(readFileSync(join(import.meta.dirname, '../../../gateway/api.graphql'), 'utf8'));
    const types = Object.values(schema.getTypeMap()).filter(({ name }) => /Guide|Tick|RelationshipAgreement|AgreementInput/.test(name));
    const names = types.flatMap((type) => (isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()) : []));
    expect(names).toContain('agreedAt');
    expect(names.filter((name) => /sign|required|dueOn|dueAt/i.test(name))).toEqual([]);
    const everywhere = Object.values(schema.getTypeMap()).flatMap((type) => (isObjectType(type) || isInputObjectType(type) ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`) : []));
    const signed = everywhere.filter((name) => /signature|(?<!as)signed/i.test(name));
    expect(signed.sort()).toEqual(['RecordWrittenConsentInput.signedOn', 'WrittenConsent.signedOn']); // a paper that 42 CFR Part 2 asks for, and nothing of the program
  });

  it('S23 R78 shows a line to the other family only by choice and where messages are permitted, and takes it back at once', async () => {
    const family = await Family.open(king, 'cleo');
    const { connectionId, parent, caregiver } = family;
    await caregiver.do(tick, { connectionId, promptId: 'P1-CAR-04' });
    await expect(change(caregiver, share, { connectionId, promptId: 'P1-CAR-04', shared: true })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await family.permit();
    await change(caregiver, share, { connectionId, promptId: 'P1-CAR-04', shared: true });
    expect((await myGuide(family, parent)).shared).toEqual([{ promptId: 'P1-CAR-04', personId: caregiver.personId, shared: true }]);
    await change(caregiver, share, { connectionId, promptId: 'P1-CAR-04', shared: false });
    expect((await myGuide(family, parent)).shared).toEqual([]);
    await caregiver.do(tick, { connectionId, promptId: 'P1-CAR-05', shared: true });
    expect((await myGuide(family, parent)).shared).toHaveLength(1);
    await family.prohibit(['MESSAGE']);
    expect((await myGuide(family, parent)).shared).toEqual([]);
    await expect(change(caregiver, share, { connectionId, promptId: 'P1-CAR-04', shared: true })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect((await change<MyGuide>(caregiver, share, { connectionId, promptId: 'P1-CAR-05', shared: false })).ticks.filter(({ shared }) => shared)).toEqual([]);
  });

  it('S23 R78 never shows a line that is ticked anew because it was once shared while it was taken back', async () => {
    const family = await Family.open(king, 'gil');
    const { connectionId, parent, caregiver } = family;
    await family.permit();
    const promptId = 'P1-CAR-04';
    for (const round of [1, 2, 3, 4]) {
      await caregiver.do(tick, { connectionId, promptId });
      await Promise.allSettled([change(caregiver, share, { connectionId, promptId, shared: true }), change(caregiver, untick, { connectionId, promptId }), caregiver.do(tick, { connectionId, promptId: `P1-CAR-0${round}` })]);
      expect(await king.rows('select 1 from meetings.guide_tick where connection_id = $1 and shared_at is not null and ticked_at is null', [connectionId])).toEqual([]);
      await change(caregiver, untick, { connectionId, promptId }).catch(() => undefined);
      await caregiver.do(tick, { connectionId, promptId });
      expect((await myGuide(family, parent)).shared.map((each) => each.promptId)).not.toContain(promptId);
    }
    await king.rows('update meetings.guide_tick set ticked_at = null, shared_at = now() where connection_id = $1', [connectionId]); // as an older process could leave it
    await caregiver.do(tick, { connectionId, promptId });
    expect((await myGuide(family, parent)).shared).toEqual([]);
  });

  it('S23 takes what somebody says twice at the same moment of how much they want to take on, and tick by tick', async () => {
    const family = await Family.open(king, 'hal');
    const { connectionId, parent } = family;
    await Promise.all(['NOT_YET', 'READY', 'A_LITTLE', 'READY'].map((wanted) => change(parent, readiness, { connectionId, readiness: wanted })));
    await Promise.all([1, 2, 3].map(() => parent.do(tick, { connectionId, promptId: 'P1-PAR-01' })));
    expect((await myGuide(family, parent)).ticks.map(({ promptId }) => promptId)).toEqual(['P1-PAR-01']);
  });

  it('R27 S23 R78 lets either family invite the other, once, and the other say not now and think again', async () => {
    const family = await Family.open(king, 'dina');
    const { connectionId, parent, caregiver, caseworker } = family;
    await expect(parent.do(invite, { connectionId })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await family.permit();
    const invited = await parent.do<{ id: string; invitedSide: string }>(invite, { connectionId });
    expect(invited.invitedSide).toBe('HOUSEHOLD');
    await expect(parent.do(invite, { connectionId })).rejects.toEqual(refusal('MEETINGS.ALREADY_INVITED'));
    expect((await caregiver.do<{ invitedSide: string }>(invite, { connectionId })).invitedSide).toBe('PARENT');
    await expect(change(parent, answer, { invitationId: invited.id, answer: 'YES' })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(change(await king.person('CAREGIVER', 'stranger'), answer, { invitationId: invited.id, answer: 'YES' })).rejects.toEqual(refusal('NOT_FOUND'));
    await expect(caseworker.do(invite, { connectionId })).rejects.toEqual(refusal('FORBIDDEN'));
    for (const said of ['NOT_NOW', 'YES']) expect(await change(caregiver, answer, { invitationId: invited.id, answer: said })).toMatchObject({ answer: said });
    await family.prohibit(['MESSAGE']); // an answer is a way to tell the other family something
    await expect(change(caregiver, answer, { invitationId: invited.id, answer: 'NOT_NOW' })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect((await myGuide(family, parent)).invitations.map(({ invitedSide, answer: said }) => [invitedSide, said])).toEqual([['HOUSEHOLD', 'YES'], ['PARENT', null]]);
  });

  it('S29 R26 keeps who introduced the guide, how and when, from somebody who is trained in it and believes in partnership', async () => {
    const family = await Family.open(king, 'elif');
    const { connectionId, caseworker, parent } = family;
    const introduction = { connectionId, side: 'PARENT', through: 'STAFF_VISIT', introducedAt: hoursAgo(1), trained: true };
    await expect(caseworker.do(introduce, { ...introduction, trained: false })).rejects.toEqual(refusal('MEETINGS.INTRODUCER_NOT_TRAINED'));
    await expect(parent.do(introduce, introduction)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect((await king.person('CASEWORKER', 'stranger')).do(introduce, introduction)).rejects.toEqual(refusal('NOT_FOUND'));
    await caseworker.do(introduce, introduction);
    expect(await family.read(parent, 'guideIntroductions { side introducedBy through }')).toEqual([{ side: 'PARENT', introducedBy: caseworker.personId, through: 'STAFF_VISIT' }]);
  });

  it('S27 R05 R38 goes on after the case for oneself, and with the other family only where both have agreed to stay in touch', async () => {
    const family = await Family.open(king, 'fay');
    const { connectionId, parent, caregiver } = family;
    await family.permit();
    await caregiver.do(tick, { connectionId, promptId: 'P1-CAR-04', shared: true });
    await king.say(ConnectionClosedV1, { connectionId, closedAt: now() });
    await eventually(async () => expect((await myGuide(family, parent)).phase).toBe('AFTER'));
    const { suggestions, shared } = await myGuide(family, parent);
    expect(suggestions[0]).toBe('P4-PAR-01');
    expect(shared).toEqual([]);
    await parent.do(tick, { connectionId, promptId: 'P4-PAR-01' });
    await expect(change(parent, share, { connectionId, promptId: 'P4-PAR-01', shared: true })).rejects.toEqual(refusal('MEETINGS.CONNECTION_CLOSED'));
    await king.say(ConnectionContinuedV1, { connectionId, continuedAt: now() });
    await eventually(async () => expect((await change<MyGuide>(parent, share, { connectionId, promptId: 'P4-PAR-01', shared: true })).ticks[0]?.shared).toBe(true));
    expect((await myGuide(family, caregiver)).shared.map(({ promptId }) => promptId)).toEqual(['P4-PAR-01']);
  });
});
