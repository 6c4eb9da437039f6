import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, Family, inHours, refusal } from './family.ts';

interface Agreement {
  id: string;
  revision: number;
  proposedSide: string;
  points: string[];
  talk: { weekday: number; time: string } | null;
  reviewOn: string;
  agreedAt: string | null;
}
interface Statement {
  id: string;
  text: string;
  wording: number;
  approvedBy: string[];
  recipientIds: string[];
  sentAt: string | null;
}

const agreement = 'id revision proposedSide points talk { weekday time } reviewOn agreedAt';
const statement = 'id text wording approvedBy recipientIds sentAt';
const propose = `mutation ($input: ProposeAgreementInput!) { proposeAgreement(input: $input) { ${agreement} } }`;
const agree = `mutation ($input: AgreeToAgreementInput!) { agreeToAgreement(input: $input) { ${agreement} } }`;
const keep = `mutation ($input: KeepAgreementInput!) { keepAgreement(input: $input) { ${agreement} } }`;
const write = `mutation ($input: WriteSharedStatementInput!) { writeSharedStatement(input: $input) { ${statement} } }`;
const rewrite = `mutation ($input: RewriteSharedStatementInput!) { rewriteSharedStatement(input: $input) { ${statement} } }`;
const approve = `mutation ($input: ApproveSharedStatementInput!) { approveSharedStatement(input: $input) { ${statement} } }`;
const send = `mutation ($input: SendSharedStatementInput!) { sendSharedStatement(input: $input) { ${statement} } }`;

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const day = (hours: number): string => inHours(hours).slice(0, 10);
const points = ['We send a photo each Friday.', 'We talk before the hair is cut.'];

describe('relationship agreements', () => {
  it('S28 R30 is proposed by one family and agreed by the other, without a signature, for the two families alone', async () => {
    const family = await Family.open(king, 'amir');
    const { connectionId, parent, caregiver, caseworker, coordinator } = family;
    await expect(parent.do(propose, { connectionId, points })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    await family.permit();
    await expect(parent.do(propose, { connectionId, points: [] })).rejects.toEqual(refusal('MEETINGS.NO_POINTS'));
    await expect(caseworker.do(propose, { connectionId, points })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect((await king.person('PARENT', 'stranger')).do(propose, { connectionId, points })).rejects.toEqual(refusal('NOT_FOUND'));
    const proposed = await parent.do<Agreement>(propose, { connectionId, points });
    expect(proposed).toMatchObject({ revision: 1, proposedSide: 'PARENT', points, agreedAt: null });
    await expect(change(parent, agree, { agreementId: proposed.id })).rejects.toEqual(refusal('MEETINGS.OWN_PROPOSAL'));
    await expect(change(parent, keep, { agreementId: proposed.id })).rejects.toEqual(refusal('MEETINGS.NOT_AGREED'));
    expect((await change<Agreement>(caregiver, agree, { agreementId: proposed.id })).agreedAt).not.toBeNull();
    await expect(change(caregiver, agree, { agreementId: proposed.id })).rejects.toEqual(refusal('MEETINGS.ALREADY_AGREED'));
    for (const other of [caseworker, coordinator, king.supervisor]) expect(await family.read(other, `relationshipAgreements { id }`)).toEqual([]);
  });

  it('R06 R08 S28 asks both to look at it again on the day that they chose, to keep it or to propose anew, with a regular time to talk about the child', async () => {
    const family = await Family.open(king, 'bea');
    const { connectionId, parent, caregiver } = family;
    await family.permit();
    await expect(caregiver.do(propose, { connectionId, points, reviewOn: day(-48) })).rejects.toEqual(refusal('MEETINGS.REVIEW_DAY'));
    await expect(caregiver.do(propose, { connectionId, points, talk: { weekday: 8, time: '18:30' } })).rejects.toEqual(refusal('INVALID_HOURS'));
    const first = await caregiver.do<Agreement>(propose, { connectionId, points, talk: { weekday: 4, time: '18:30' }, reviewOn: day(24 * 30) });
    expect(first).toMatchObject({ talk: { weekday: 4, time: '18:30' }, reviewOn: day(24 * 30) });
    await change(parent, agree, { agreementId: first.id });
    const reviews = async (actor: Actor): Promise<{ kind: string; subjectId: string; needsReason: boolean; window: { state: string; rule: string } }[]> =>
      (await actor.get<{ myWork: { nodes: { kind: string; subjectId: string; needsReason: boolean; window: { state: string; rule: string } }[] } }>('{ myWork { nodes { kind subjectId needsReason window { state rule } } } }')).myWork.nodes.filter(({ kind }) => kind === 'AGREEMENT_REVIEW');
    for (const actor of [parent, caregiver]) expect(await reviews(actor)).toEqual([{ kind: 'AGREEMENT_REVIEW', subjectId: first.id, needsReason: false, window: { state: 'APPROACHING', rule: 'AGREEMENT_REVIEW_ON_A_CHOSEN_DAY' } }]);
    expect((await change<Agreement>(parent, keep, { agreementId: first.id, reviewOn: day(24 * 60) })).reviewOn).toBe(day(24 * 60));
    const second = await parent.do<Agreement>(propose, { connectionId, points: [points[0]] });
    expect(second.revision).toBe(2);
    await expect(change(caregiver, keep, { agreementId: first.id })).rejects.toEqual(refusal('MEETINGS.PROPOSED_ANEW'));
    expect(await reviews(parent)).toHaveLength(1); // what both agreed on holds until they agree on another
    await change(caregiver, agree, { agreementId: second.id });
    expect((await reviews(parent)).map(({ subjectId }) => subjectId)).toEqual([second.id]);
    const all = await family.read<Agreement[]>(caregiver, `relationshipAgreements { ${agreement} }`);
    expect(all.map(({ revision, talk }) => [revision, talk])).toEqual([[2, null], [1, { weekday: 4, time: '18:30' }]]);
  });
});

describe('statements that both families make', () => {
  it('S49 goes out to the professionals whom they name once both have approved the same words, and to nobody else', async () => {
    const family = await Family.open(king, 'cleo');
    const { connectionId, parent, caregiver, caseworker, coordinator } = family;
    await family.permit();
    const text = 'Sami sleeps with the light on. Please do not change that.';
    const { id: statementId } = await parent.do<Statement>(write, { connectionId, text });
    const recipientIds = [caseworker.personId];
    await expect(change(parent, send, { statementId, recipientIds })).rejects.toEqual(refusal('MEETINGS.NOT_APPROVED'));
    await expect(change(caseworker, approve, { statementId, wording: 1 })).rejects.toEqual(refusal('FORBIDDEN'));
    await expect(change(await king.person('CAREGIVER', 'stranger'), approve, { statementId, wording: 1 })).rejects.toEqual(refusal('NOT_FOUND'));
    const other = await change<Statement>(caregiver, rewrite, { statementId, wording: 1, text: `${text} Thank you.` });
    expect(other).toMatchObject({ wording: 2, approvedBy: ['HOUSEHOLD'] });
    await expect(change(parent, approve, { statementId, wording: 1 })).rejects.toEqual(refusal('CHANGED_MEANWHILE'));
    expect((await change<Statement>(parent, approve, { statementId, wording: 2 })).approvedBy).toEqual(['PARENT', 'HOUSEHOLD']);
    expect(await family.read(caseworker, 'sharedStatements { id }')).toEqual([]);
    for (const wrong of [[], [coordinator.personId], [caseworker.personId, parent.personId]]) await expect(change(caregiver, send, { statementId, recipientIds: wrong })).rejects.toEqual(refusal('MEETINGS.NOT_A_PROFESSIONAL'));
    expect(await change<Statement>(caregiver, send, { statementId, recipientIds })).toMatchObject({ recipientIds, sentAt: expect.any(String) });
    expect(await family.read(caseworker, 'sharedStatements { text }')).toEqual([{ text: `${text} Thank you.` }]);
    expect(await family.read(coordinator, 'sharedStatements { id }')).toEqual([]);
    await expect(change(parent, rewrite, { statementId, wording: 2, text })).rejects.toEqual(refusal('MEETINGS.ALREADY_SENT'));
    await expect(change(parent, send, { statementId, recipientIds })).rejects.toEqual(refusal('MEETINGS.ALREADY_SENT'));
  });
});
