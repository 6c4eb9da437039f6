import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '@fc/domain-kernel';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { allChannels, Family, hoursAgo, inHours, now, refusal } from './family.ts';

interface Call {
  id: string;
  placementId: string;
  childId: string;
  status: string;
  notice: string | null;
  heldAt: string | null;
  placedAt: string;
  removedAt: string;
  missingBuyIns: string[];
  attempts: { outcome: string; mayCallAgain: boolean }[];
  window: { rule: string; startedBy: string; start: string; opensAt: string; closesAt: string; state: string | null; missReason: string | null };
}

const fields = 'id placementId childId status notice heldAt placedAt removedAt missingBuyIns attempts { outcome mayCallAgain } window { rule startedBy start opensAt closesAt state missReason }';
const attempt = `mutation ($input: RecordComfortCallAttemptInput!) { recordComfortCallAttempt(input: $input) { ${fields} } }`;
const buyIn = `mutation ($input: RecordBuyInInput!) { recordBuyIn(input: $input) { ${fields} } }`;

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const callsOf = (family: Family, as: Actor = family.coordinator, connectionId?: string): Promise<Call[]> => family.read<Call[]>(as, `comfortCalls { ${fields} }`, connectionId);
const callOf = async (family: Family): Promise<Call> => (await callsOf(family))[0]!;

async function everybodyAgrees(family: Family, { id }: Call): Promise<void> {
  await family.caseworker.do(buyIn, { comfortCallId: id, by: 'AGENCY' });
  await family.caseworker.do(buyIn, { comfortCallId: id, by: 'CASEWORKER' });
  await family.parent.do(buyIn, { comfortCallId: id, by: 'PARENT' });
  await family.caregiver.do(buyIn, { comfortCallId: id, by: 'CAREGIVER' });
}

/** Ready for the first attempt. */
async function ready(name: string, about?: Parameters<typeof Family.open>[2]): Promise<{ family: Family; call: Call }> {
  const family = await Family.open(king, name, about);
  await family.permit();
  const call = await callOf(family);
  await everybodyAgrees(family, call);
  return { family, call };
}

describe('comfort calls', () => {
  it('R01 R83 S16 makes a call due within 24 hours of the placement, keeps both clock starts, and counts it as held in time', async () => {
    const { family, call } = await ready('amir', { placed: 2, removed: 40 });
    expect(call).toMatchObject({ status: 'OPEN', window: { rule: 'COMFORT_CALL_24_HOURS_FROM_PLACEMENT', startedBy: 'PLACEMENT', start: call.placedAt, opensAt: call.placedAt, state: 'DUE' } });
    expect(Date.parse(call.window.closesAt) - Date.parse(call.placedAt)).toBe(24 * 3_600_000);
    expect(Math.round((Date.parse(call.placedAt) - Date.parse(call.removedAt)) / 3_600_000)).toBe(38);

    const held = await family.caregiver.do<Call>(attempt, { comfortCallId: call.id, outcome: 'SPOKE', at: now() });
    expect(held).toMatchObject({ status: 'HELD', attempts: [{ outcome: 'SPOKE' }], window: { state: 'MET', missReason: null } });
    await expect(family.caregiver.do(attempt, { comfortCallId: call.id, outcome: 'SPOKE', at: now() })).rejects.toEqual(refusal('MEETINGS.ALREADY_HELD'));
    const [said] = await king.rows<{ envelope: { data: object } }>(`select envelope from meetings.event_log where envelope->>'type' = 'meetings.comfort-call-held.v1' and envelope->'data'->>'comfortCallId' = $1
      union all select envelope from meetings.outbox_event where envelope->>'type' = 'meetings.comfort-call-held.v1' and envelope->'data'->>'comfortCallId' = $1`, [call.id]);
    expect(said?.envelope.data).toMatchObject({ connectionId: family.connectionId, withinWindow: true });
  });

  it('S16 refuses a call in the future or before the placement, and by somebody who is not its caregiver or caseworker', async () => {
    const { family, call } = await ready('bea');
    await expect(family.caregiver.do(attempt, { comfortCallId: call.id, outcome: 'NO_ANSWER', at: inHours(1) })).rejects.toEqual(refusal('DATE_IN_FUTURE'));
    await expect(family.caregiver.do(attempt, { comfortCallId: call.id, outcome: 'NO_ANSWER', at: hoursAgo(5) })).rejects.toEqual(refusal('DATE_TOO_EARLY'));
    await expect(family.parent.do(attempt, { comfortCallId: call.id, outcome: 'SPOKE', at: now() })).rejects.toEqual(refusal('FORBIDDEN'));
    const stranger = await king.person('CAREGIVER', 'stranger');
    await expect(stranger.do(attempt, { comfortCallId: call.id, outcome: 'SPOKE', at: now() })).rejects.toEqual(refusal('NOT_FOUND'));
    expect((await family.caseworker.do<Call>(attempt, { comfortCallId: call.id, outcome: 'NO_ANSWER', at: now() })).attempts).toHaveLength(1);
    expect((await family.caregiver.do<Call>(attempt, { comfortCallId: call.id, outcome: 'NO_ANSWER', at: now() })).attempts).toHaveLength(2);
  });

  it('R20 S16 leads the caregiver through the call by the guide’s own words, in Spanish once somebody has found them good', async () => {
    const family = await Family.open(king, 'naomi');
    type Guide = { language: string; state: string; interpreterOffer: string | null; lines: { topic: string; text: string; prompts: { promptId: string; text: string }[] }[] };
    const guideFor = async (language: string): Promise<Guide> =>
      (await family.read<[{ callGuide: Guide }]>(family.caregiver, `comfortCalls { callGuide(language: ${language}) { language state interpreterOffer lines { topic text prompts { promptId text } } } }`))[0].callGuide;
    const english = await guideFor('en');
    expect(english).toMatchObject({ language: 'en', state: 'REVIEWED', interpreterOffer: null });
    expect(english.lines.map(({ topic }) => topic)).toEqual(['INTRODUCTION', 'HOW_THE_CHILD_IS', 'WISH_TO_PARTNER', 'QUESTIONS']);
    expect(english.lines.at(-1)?.text).toContain('ask whether you may call again');
    expect(english.lines.at(-1)?.prompts.map(({ promptId }) => promptId)).toContain('P1-CAR-11');
    const before = await guideFor('es');
    expect(before).toEqual({ ...english, interpreterOffer: expect.any(String) });

    const { guideDraft } = await king.supervisor.get<{ guideDraft: { wording: string; comfortCall: { text: string }[] } }>('{ guideDraft(language: es) { wording comfortCall { text } } }');
    expect(guideDraft.comfortCall[0]?.text).toBe('Diga quién es y que el niño se queda con usted por ahora.');
    const review = 'mutation ($input: ReviewGuideInput!) { reviewGuide(input: $input) { state } }';
    await expect(family.caregiver.do(review, { language: 'es', wording: guideDraft.wording })).rejects.toEqual(refusal('FORBIDDEN'));
    await king.supervisor.do(review, { language: 'es', wording: guideDraft.wording });
    const spanish = await guideFor('es');
    expect(spanish).toMatchObject({ language: 'es', state: 'REVIEWED', interpreterOffer: null });
    expect(spanish.lines.map(({ text }) => text)).toEqual(guideDraft.comfortCall.map(({ text }) => text));
  });

  it('S16 S24 R35 keeps in the child’s profile what the parent told in a call that was held, with the parent’s consent and not without', async () => {
    const { family, call } = await ready('oona', { children: 2 });
    const childId = call.childId;
    const other = family.childIds.find((id) => id !== childId)!;
    const learned = [{ field: 'SONG', text: 'Twinkle.', consent: 'THIS_HOME' }, { field: 'MEDICAL', text: 'Asthma.', sensitivity: 'SENSITIVE', consent: 'EVERY_HOME' }];
    const input = { comfortCallId: call.id, outcome: 'SPOKE', at: now() };
    await expect(family.caregiver.do(attempt, { ...input, outcome: 'NO_ANSWER', learned })).rejects.toEqual(refusal('MEETINGS.NOTHING_LEARNED'));
    await expect(family.caregiver.do(attempt, { ...input, learned: [...learned, { field: 'SLEEP', text: 'Light on.' }] })).rejects.toEqual(refusal('MEETINGS.CONSENT_NEEDED'));
    await expect(family.parent.do(attempt, { ...input, learned })).rejects.toEqual(refusal('FORBIDDEN'));
    const profileOf = async (actor: Actor, id: string): Promise<unknown[]> => (await actor.get<{ child: { profile: unknown[] } }>('query ($id: UUID!) { child(id: $id) { profile { field text sourceId consent } } }', { id })).child.profile;
    expect(await profileOf(family.parent, childId)).toEqual([]); // nothing of what was refused
    expect((await callsOf(family)).find(({ id }) => id === call.id)).toMatchObject({ status: 'OPEN', attempts: [] });

    expect((await family.caregiver.do<Call>(attempt, { ...input, learned })).status).toBe('HELD');
    const sourceId = family.parent.personId;
    const song = { field: 'SONG', text: 'Twinkle.', sourceId, consent: 'THIS_HOME' };
    for (const actor of [family.parent, family.caregiver]) expect(await profileOf(actor, childId)).toEqual([{ field: 'MEDICAL', text: 'Asthma.', sourceId, consent: 'EVERY_HOME' }, song]);
    expect(await profileOf(family.coordinator, childId)).toEqual([song]);
    expect(await profileOf(family.caregiver, other)).toEqual([]);
  });

  it('R21 refuses the first attempt until agency, caseworker, parent and caregiver all want the call', async () => {
    const family = await Family.open(king, 'cleo');
    await family.permit();
    const { id: comfortCallId, missingBuyIns } = await callOf(family);
    expect(missingBuyIns).toEqual(['AGENCY', 'CASEWORKER', 'PARENT', 'CAREGIVER']);
    const spoke = { comfortCallId, outcome: 'SPOKE', at: now() };
    for (const [who, by, inWords] of [[family.caseworker, 'AGENCY', 'the agency'], [family.parent, 'PARENT', 'the parent'], [family.caregiver, 'CAREGIVER', 'the caregiver'], [family.caseworker, 'CASEWORKER', 'the caseworker']] as const) {
      await expect(family.caregiver.do(attempt, spoke)).rejects.toEqual(refusal('MEETINGS.BUY_IN_MISSING'));
      await expect(family.caregiver.do(attempt, spoke)).rejects.toThrow(inWords);
      await who.do(buyIn, { comfortCallId, by });
    }
    for (const by of ['AGENCY', 'CASEWORKER', 'PARENT']) await expect(family.caregiver.do(buyIn, { comfortCallId, by })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(family.parent.do(buyIn, { comfortCallId, by: 'CAREGIVER' })).rejects.toEqual(refusal('FORBIDDEN'));
    expect((await callOf(family)).missingBuyIns).toEqual([]);
    expect((await family.caregiver.do<Call>(attempt, { comfortCallId, outcome: 'SPOKE', at: now() })).status).toBe('HELD');
  });

  it('R31 S16 refuses a second attempt after a parent was not ready, unless the parent agreed to be called again', async () => {
    const { family, call } = await ready('dina');
    const input = { comfortCallId: call.id, at: now() };
    await family.caregiver.do(attempt, { ...input, outcome: 'NOT_READY' });
    await expect(family.caregiver.do(attempt, { ...input, at: now(), outcome: 'SPOKE' })).rejects.toEqual(refusal('MEETINGS.NO_CALL_WITHOUT_AGREEMENT'));
    const agree = 'mutation ($id: UUID!) { agreeToAnotherCall(comfortCallId: $id) { status } }';
    expect((await family.caregiver.ask(agree, { id: call.id })).errors[0]?.extensions?.code).toBe('FORBIDDEN');
    await family.parent.get(agree, { id: call.id });
    expect((await family.caregiver.do<Call>(attempt, { ...input, at: now(), outcome: 'NOT_READY', askedToCallAgain: true })).status).toBe('OPEN');
    expect((await family.caregiver.do<Call>(attempt, { ...input, at: now(), outcome: 'SPOKE' })).status).toBe('HELD');
  });

  it('R31 S16 calls no parent about a sibling who was not ready to talk, nor before somebody has said how the call about the other child went', async () => {
    const { family, call } = await ready('pilar', { children: 2 });
    const sibling = (await callsOf(family)).find(({ id }) => id !== call.id)!;
    await everybodyAgrees(family, sibling);
    const bridge = 'mutation ($input: CallThroughBridgeInput!) { callThroughBridge(input: $input) { status bridgedAt } }';
    const [of, ofSibling] = [call, sibling].map(({ id }) => ({ comfortCallId: id })) as [{ comfortCallId: string }, { comfortCallId: string }];
    await king.rows('update meetings.comfort_call set bridged_at = now() where id = $1', [call.id]); // as where both have a number
    await expect(family.caregiver.do(bridge, ofSibling)).rejects.toEqual(refusal('MEETINGS.OUTCOME_NEEDED'));
    await family.caregiver.do(attempt, { ...of, outcome: 'NOT_READY', at: now() });
    await expect(family.caregiver.do(bridge, ofSibling)).rejects.toEqual(refusal('MEETINGS.NO_CALL_WITHOUT_AGREEMENT'));
    await expect(family.caregiver.do(attempt, { ...ofSibling, outcome: 'SPOKE', at: now() })).rejects.toEqual(refusal('MEETINGS.NO_CALL_WITHOUT_AGREEMENT'));
    await family.parent.get('mutation ($id: UUID!) { agreeToAnotherCall(comfortCallId: $id) { status } }', { id: sibling.id });
    expect(await family.caregiver.do(bridge, ofSibling)).toEqual({ status: 'OPEN', bridgedAt: expect.any(String) });
    for (const each of [ofSibling, of]) expect((await family.caregiver.do<Call>(attempt, { ...each, outcome: 'SPOKE', at: now() })).status).toBe('HELD');
  });

  it('R84 asks a call that comes too late for its reason, once', async () => {
    const { family, call } = await ready('elif', { placed: 30 });
    expect(call.window.state).toBe('MISSED');
    await expect(family.caregiver.do(attempt, { comfortCallId: call.id, outcome: 'NO_ANSWER', at: now() })).rejects.toEqual(refusal('MEETINGS.REASON_NEEDED'));
    await family.caregiver.do(attempt, { comfortCallId: call.id, outcome: 'NO_ANSWER', at: now(), missReason: 'UNREACHABLE' });
    const held = await family.caregiver.do<Call>(attempt, { comfortCallId: call.id, outcome: 'SPOKE', at: now() });
    expect(held.window).toMatchObject({ state: 'MET_LATE', missReason: 'UNREACHABLE' });
  });

  it('R84 records why a call never came in its time, and refuses a reason for one that is not missed', async () => {
    const missReason = 'mutation ($input: RecordMissReasonInput!) { recordMissReason(input: $input) }';
    const [late, early] = [await Family.open(king, 'fay', { placed: 30 }), await Family.open(king, 'gita')];
    await late.caseworker.do(missReason, { windowId: (await callOf(late)).id, reason: 'AGENCY_DELAY' });
    expect((await callOf(late)).window).toMatchObject({ state: 'MISSED', missReason: 'AGENCY_DELAY' });
    await expect(early.caseworker.do(missReason, { windowId: (await callOf(early)).id, reason: 'OTHER' })).rejects.toEqual(refusal('MEETINGS.NOT_MISSED'));
  });

  it('R84 R35 R78 takes prohibited contact and safety as reasons and tells them to those who may read the ledger alone: everybody else reads the same as of any other reason', async () => {
    const family = await Family.open(king, 'noa', { placed: 30, children: 3 });
    const { parent, caregiver, caseworker, coordinator } = family;
    const { mentor: ally } = await family.match('PARENT_ALLY');
    const record = 'mutation ($input: RecordMissReasonInput!) { recordMissReason(input: $input) }';
    const reasons = ['CONTACT_PROHIBITED', 'SAFETY', 'OTHER'];
    const calls = await family.read<{ id: string }[]>(caseworker, 'comfortCalls { id }');
    for (const [index, { id: windowId }] of calls.entries()) await caseworker.do(record, { windowId, reason: reasons[index] });
    const read = (actor: Actor): Promise<object[]> => family.read(actor, 'comfortCalls { status notice window { state missReason } }');
    const shown = (all: readonly string[]): object[] => all.map((missReason) => ({ status: 'OPEN', notice: null, window: { state: 'MISSED', missReason } }));
    for (const actor of [caseworker, coordinator]) expect(await read(actor)).toEqual(shown(reasons));
    for (const actor of [parent, caregiver, ally]) expect(await read(actor)).toEqual(shown(['OTHER', 'OTHER', 'OTHER']));

    type Work = { myWork: { nodes: { kind: string; needsReason: boolean; window: { missReason: string | null } }[] } };
    const listed = async (actor: Actor): Promise<object[]> => (await actor.get<Work>('{ myWork { nodes { kind needsReason window { missReason } } } }')).myWork.nodes.filter(({ kind }) => kind === 'COMFORT_CALL').map(({ needsReason, window }) => [needsReason, window.missReason]);
    expect(await listed(caregiver)).toEqual([[false, 'OTHER'], [false, 'OTHER'], [false, 'OTHER']]);
    expect((await listed(caseworker)).map(String).sort()).toEqual(['false,CONTACT_PROHIBITED', 'false,OTHER', 'false,SAFETY']);
    await expect(parent.do(record, { windowId: calls[0]!.id, reason: 'SAFETY' })).rejects.toEqual(refusal('FORBIDDEN'));
  });

  it('R78 refuses a call without a permission for calls, in words that say nothing about the reason', async () => {
    const family = await Family.open(king, 'hana');
    const call = await callOf(family);
    await everybodyAgrees(family, call);
    await family.permit(['IN_PERSON', 'MESSAGE']);
    const spoke = { comfortCallId: call.id, outcome: 'SPOKE', at: now() };
    await expect(family.caregiver.do(attempt, spoke)).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await expect(family.caregiver.do(attempt, spoke)).rejects.toThrow('This is not possible at present. Please ask your caseworker.');
    await family.permit(['CALL']);
    expect((await family.caregiver.do<Call>(attempt, { ...spoke, at: now() })).status).toBe('HELD');
  });

  it('R43 R78 suspends an open call when contact is prohibited, says no reason, and brings it back only by decision', async () => {
    const { family, call } = await ready('iris');
    const prohibitionId = await family.prohibit();
    const seen = await callOf(family);
    expect(seen).toMatchObject({ status: 'SUSPENDED', notice: 'This is not possible at present. Please ask your caseworker.', window: { state: null, missReason: null } });
    expect(await callsOf(family, family.caregiver)).toEqual([seen]);
    await expect(family.caregiver.do(attempt, { comfortCallId: call.id, outcome: 'SPOKE', at: now() })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));

    const resume = 'mutation ($id: UUID!) { resumeComfortCall(comfortCallId: $id) { status } }';
    expect((await family.caseworker.ask(resume, { id: call.id })).errors[0]?.extensions?.code).toBe('CONTACT_NOT_POSSIBLE');
    await family.endRule(prohibitionId);
    expect((await callOf(family)).status).toBe('SUSPENDED');
    await expect(family.caregiver.do(attempt, { comfortCallId: call.id, outcome: 'SPOKE', at: now() })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect((await family.caseworker.get<{ resumeComfortCall: { status: string } }>(resume, { id: call.id })).resumeComfortCall.status).toBe('OPEN');
    expect((await family.caregiver.do<Call>(attempt, { comfortCallId: call.id, outcome: 'SPOKE', at: now() })).status).toBe('HELD');
  });

  it('R43 R78 S16 keeps a call that took place before a prohibition though somebody writes it down afterwards, and nothing that would have come later', async () => {
    const { family, call } = await ready('paz', { placed: 5 });
    const { caregiver, caseworker } = family;
    const spokeAt = hoursAgo(1);
    const spoke = { comfortCallId: call.id, outcome: 'SPOKE', at: spokeAt, learned: [{ field: 'SLEEP', text: 'With a light.', consent: 'THIS_HOME' }] };
    const prohibitionId = await family.prohibit(allChannels, undefined, hoursAgo(0.5));
    await expect(caregiver.do(attempt, { ...spoke, at: hoursAgo(0.25) })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect(await caregiver.do<Call>(attempt, { comfortCallId: call.id, outcome: 'NO_ANSWER', at: hoursAgo(1.5) })).toMatchObject({ status: 'SUSPENDED', notice: expect.stringContaining('caseworker') });
    await family.endRule(prohibitionId);
    await expect(caregiver.do(attempt, { ...spoke, at: now() })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE')); // they may speak again, and nobody has brought the call back
    expect(await caregiver.do<Call>(attempt, spoke)).toMatchObject({ status: 'HELD', heldAt: spokeAt, window: { state: 'MET' } });
    await expect(caseworker.do(attempt, spoke)).rejects.toEqual(refusal('MEETINGS.ALREADY_HELD'));
    const { child } = await caregiver.get<{ child: { profile: { field: string; text: string }[] } }>('query ($id: UUID!) { child(id: $id) { profile { field text } } }', { id: call.childId });
    expect(child.profile).toEqual([{ field: 'SLEEP', text: 'With a light.' }]);
  });

  it('R81 S16 keeps a call that took place before the child moved, and none of the time after it', async () => {
    const family = await Family.open(king, 'rosa', { placed: 5, children: 2 });
    await family.permit();
    const [moved] = family.childIds as [string, string];
    const call = (await callsOf(family)).find(({ childId }) => childId === moved)!;
    await everybodyAgrees(family, call);
    await family.move(moved, { type: 'FOSTER_FAMILY_HOME', home: 'rosa-next' }, 1);
    await eventually(async () => expect((await callsOf(family)).find(({ id }) => id === call.id)!.status).toBe('CLOSED'));
    const spoke = { comfortCallId: call.id, outcome: 'SPOKE' };
    await expect(family.caregiver.do(attempt, { ...spoke, at: hoursAgo(0.5) })).rejects.toEqual(refusal('MEETINGS.NO_LONGER_DUE'));
    expect(await family.caregiver.do<Call>(attempt, { ...spoke, at: hoursAgo(2) })).toMatchObject({ status: 'HELD', window: { state: 'MET' } });
  });

  it('R43 makes nothing due where contact is prohibited before the families are connected', async () => {
    const before = await Family.open(king, 'jun', { placed: 10 });
    const home = { caregiver: await king.person('CAREGIVER', 'jun-next') };
    await before.prohibit(allChannels, [before.parent.personId, home.caregiver.personId] as Id<'Person'>[]);
    await before.move(before.childIds[0]!, { type: 'FOSTER_FAMILY_HOME', home: 'jun-next' });
    const next = await nextConnection(before);
    await eventually(async () => expect(await callsOf(before, before.coordinator, next)).toMatchObject([{ status: 'SUSPENDED', window: { state: null } }]));
    expect(await before.read<object[]>(before.coordinator, 'icebreakers { status window { state } }', next)).toEqual([{ status: 'SUSPENDED', window: { state: null } }]);
  });

  it('R81 restarts the clock with each placement and closes the call of the one before', async () => {
    const family = await Family.open(king, 'kofi', { placed: 30 });
    expect((await callOf(family)).window.state).toBe('MISSED');
    await family.move(family.childIds[0]!, { type: 'FOSTER_FAMILY_HOME', home: 'kofi-next' }, 1);
    const next = await nextConnection(family);
    const [restarted] = await eventually(async () => {
      const calls = await callsOf(family, family.coordinator, next);
      expect(calls).toHaveLength(1);
      return calls;
    });
    expect(restarted).toMatchObject({ status: 'OPEN', window: { state: 'DUE' } });
    expect(Date.parse(restarted!.window.closesAt) - Date.parse(restarted!.placedAt)).toBe(24 * 3_600_000);
    await eventually(async () => expect(await callOf(family)).toMatchObject({ status: 'CLOSED', window: { state: null } }));
  });

  it('R01 R83 S57 counts the 24 hours anew when the start of the placement is put right, by the rule that the call began with, and leaves a held one as it was judged', async () => {
    const { family, call } = await ready('omar', { placed: 2, removed: 40 });
    const correct = 'mutation ($input: CorrectPlacementInput!) { correctPlacement(input: $input) { id } }';
    const at = hoursAgo(30);
    await family.coordinator.get(correct, { input: { placementId: call.placementId, startedAt: { at }, reason: 'The child came a day earlier.' } });
    const recounted = await eventually(async () => {
      const now = await callOf(family);
      expect(now.window.state).toBe('MISSED');
      return now;
    });
    expect(recounted).toMatchObject({ id: call.id, status: 'OPEN', placedAt: at, window: { rule: call.window.rule, startedBy: 'PLACEMENT', start: at, opensAt: at } });
    expect(Date.parse(recounted.window.closesAt) - Date.parse(at)).toBe(24 * 3_600_000);
    await expect(family.caregiver.do(attempt, { comfortCallId: call.id, outcome: 'SPOKE', at: now() })).rejects.toEqual(refusal('MEETINGS.REASON_NEEDED'));
    await family.caregiver.do(attempt, { comfortCallId: call.id, outcome: 'SPOKE', at: now(), missReason: 'AGENCY_DELAY' });
    await family.coordinator.get(correct, { input: { placementId: call.placementId, startedAt: { at: hoursAgo(3) }, reason: 'It was right after all.' } });
    await eventually(async () => expect(await king.rows(`select 1 from meetings.placement where id = $1 and started_at > now() - interval '4 hours'`, [call.placementId])).toHaveLength(1));
    expect(await callOf(family)).toMatchObject({ status: 'HELD', window: { start: at, missReason: 'AGENCY_DELAY' } });
  });

  it('R78 a permission that has ended allows nothing any more', async () => {
    const family = await Family.open(king, 'lena');
    const call = await callOf(family);
    await everybodyAgrees(family, call);
    await family.endRule(await family.permit());
    await expect(family.caregiver.do(attempt, { comfortCallId: call.id, outcome: 'SPOKE', at: now() })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    expect((await family.caregiver.do<Call>(attempt, { comfortCallId: call.id, outcome: 'NO_ANSWER', at: hoursAgo(1) })).attempts).toHaveLength(1);
  });
});

/** The connection that identity opened for the parent after a move. */
async function nextConnection(family: Family): Promise<string> {
  return eventually(async () => {
    const { familyConnections } = await family.parent.get<{ familyConnections: { nodes: { id: string; status: string }[] } }>('{ familyConnections(first: 100) { nodes { id status } } }');
    const next = familyConnections.nodes.find(({ id, status }) => status === 'OPEN' && id !== family.connectionId);
    expect(next).toBeDefined();
    return next!.id;
  });
}
