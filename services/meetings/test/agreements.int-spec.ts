import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectionClosedV1, ConnectionContinuationEndedV1, ConnectionContinuedV1 } from '@fc/contracts';
import { eventually, SharedWorld, type Actor, type TestCounty } from '@fc/testing';
import { change, Family, hoursAgo, inHours, refusal } from './family.ts';

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

interface StatementLink {
  id: string;
  forWhom: string;
  firstReadAt: string | null;
  revokedAt: string | null;
  url: string | null;
}

const agreement = 'id revision proposedSide points talk { weekday time } reviewOn agreedAt';
const statement = 'id text wording approvedBy recipientIds sentAt';
const propose = `mutation ($input: ProposeAgreementInput!) { proposeAgreement(input: $input) { ${agreement} } }`;
const agree = `mutation ($input: AgreeToAgreementInput!) { agreeToAgreement(input: $input) { ${agreement} } }`;
const keep = `mutation ($input: KeepAgreementInput!) { keepAgreement(input: $input) { ${agreement} } }`;
const write = `mutation ($input: WriteSharedStatementInput!) { writeSharedStatement(input: $input) { ${statement} } }`;
const rewrite = `mutation ($input: RewriteSharedStatementInput!) { rewriteSharedStatement(input: $input) { ${statement} } }`;
const approve = `mutation ($input: ApproveSharedStatementInput!) { approveSharedStatement(input: $input) { ${statement} } }`;
const linkFields = 'id forWhom firstReadAt revokedAt url';
const open = `mutation ($input: OpenStatementLinkInput!) { openStatementLink(input: $input) { ${linkFields} } }`;
const revoke = `mutation ($input: RevokeStatementLinkInput!) { revokeStatementLink(input: $input) { ${linkFields} } }`;
const send = `mutation ($input: SendSharedStatementInput!) { sendSharedStatement(input: $input) { ${statement} } }`;

let world: SharedWorld;
let king: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king');
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

const day = (hours: number): string => inHours(hours).slice(0, 10);

interface Review {
  kind: string;
  subjectId: string;
  needsReason: boolean;
  window: { state: string; rule: string };
}
const reviews = async (actor: Actor): Promise<Review[]> =>
  (await actor.get<{ myWork: { nodes: Review[] } }>('{ myWork { nodes { kind subjectId needsReason window { state rule } } } }')).myWork.nodes.filter(({ kind }) => kind === 'AGREEMENT_REVIEW');
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

  it('R43 R78 asks nobody to look at it again with a family whom they must not write to, and comes back only once they have', async () => {
    const family = await Family.open(king, 'edda');
    const { connectionId, parent, caregiver, coordinator } = family;
    await family.permit();
    const { id: agreementId } = await parent.do<Agreement>(propose, { connectionId, points, reviewOn: day(24 * 30) });
    await change(caregiver, agree, { agreementId });
    const untilTomorrow = { personIds: [parent.personId, caregiver.personId], channels: ['MESSAGE'], from: hoursAgo(1), to: inHours(24), source: 'CASE_PLAN' };
    const { id: short } = await coordinator.do<{ id: string }>('mutation ($input: ProhibitContactInput!) { prohibitContact(input: $input) { id } }', untilTomorrow);
    await eventually(async () => expect(await king.rows('select 1 from meetings.contact_rule where id = $1', [short])).toHaveLength(1));
    for (const actor of [parent, caregiver]) expect(await reviews(actor)).toHaveLength(1); // over long before that day
    const prohibition = await family.prohibit(['MESSAGE']);
    for (const actor of [parent, caregiver]) await eventually(async () => expect(await reviews(actor)).toEqual([]));
    await expect(change(parent, keep, { agreementId, reviewOn: day(24 * 60) })).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE'));
    for (const ruleId of [prohibition, short]) await family.endRule(ruleId);
    await family.match('PARENT_ALLY'); // whatever else becomes due
    expect(await reviews(parent)).toEqual([]);
    expect((await change<Agreement>(parent, keep, { agreementId, reviewOn: day(24 * 60) })).reviewOn).toBe(day(24 * 60));
    for (const actor of [parent, caregiver]) expect(await reviews(actor)).toMatchObject([{ subjectId: agreementId }]);
  });

  it('R43 R78 asks nobody to look at it again on a day for which the ledger had forbidden messages before they agreed', async () => {
    const family = await Family.open(king, 'fern');
    const { connectionId, parent, caregiver } = family;
    await family.permit();
    await family.prohibit(['MESSAGE'], undefined, inHours(24 * 20)); // from then on
    const { id: agreementId } = await parent.do<Agreement>(propose, { connectionId, points, reviewOn: day(24 * 30) });
    await change(caregiver, agree, { agreementId });
    for (const actor of [parent, caregiver]) expect(await reviews(actor)).toEqual([]);
    await family.match('PARENT_ALLY'); // whatever else becomes due
    expect(await reviews(parent)).toEqual([]);
    await change(parent, keep, { agreementId, reviewOn: day(24 * 5) });
    for (const actor of [parent, caregiver]) expect(await reviews(actor)).toMatchObject([{ subjectId: agreementId }]);
    await change(parent, keep, { agreementId, reviewOn: day(24 * 40) });
    expect(await reviews(caregiver)).toEqual([]);
  });

  it('R06 R82 asks two families who stay in touch after the case to look at it again, and no others', async () => {
    const family = await Family.open(king, 'gwen');
    const { connectionId, parent, caregiver } = family;
    await family.permit();
    const { id: agreementId } = await parent.do<Agreement>(propose, { connectionId, points, reviewOn: day(24 * 30) });
    await change(caregiver, agree, { agreementId });
    await king.say(ConnectionClosedV1, { connectionId, closedAt: hoursAgo(0) });
    await eventually(async () => expect(await reviews(parent)).toEqual([]));
    await king.say(ConnectionContinuedV1, { connectionId, continuedAt: hoursAgo(0) });
    for (const actor of [parent, caregiver]) await eventually(async () => expect(await reviews(actor)).toMatchObject([{ subjectId: agreementId }]));
    await king.say(ConnectionContinuationEndedV1, { connectionId, endedAt: hoursAgo(0) });
    for (const actor of [parent, caregiver]) await eventually(async () => expect(await reviews(actor)).toEqual([]));
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
    const told = await king.rows<{ person: string }>(
      `select envelope->'data'->>'personId' as person from (select envelope from meetings.event_log union all select envelope from meetings.outbox_event) said
        where envelope->>'type' = 'meetings.notification-requested.v1' and envelope->'data'->>'personId' = any ($1)`,
      [[caseworker.personId, coordinator.personId]],
    );
    expect(told).toEqual([{ person: caseworker.personId }]);
    await expect(change(parent, rewrite, { statementId, wording: 2, text })).rejects.toEqual(refusal('MEETINGS.ALREADY_SENT'));
    await expect(change(parent, send, { statementId, recipientIds })).rejects.toEqual(refusal('MEETINGS.ALREADY_SENT'));
  });

  it('S49 R78 is handed to a professional without an account by a link, once both have approved, until it is revoked or over', async () => {
    const family = await Family.open(king, 'dina');
    const { connectionId, parent, caregiver, caseworker } = family;
    await family.permit();
    const text = 'Sami <b>sleeps</b> with the light on.\n"Please" do not change that.';
    const { id: statementId } = await parent.do<Statement>(write, { connectionId, text });
    const of = { statementId, forWhom: 'Dr. Lee' };
    await expect(parent.do(open, of)).rejects.toEqual(refusal('MEETINGS.NOT_APPROVED'));
    await change(caregiver, approve, { statementId, wording: 1 });
    await expect(parent.do(open, { ...of, forWhom: ' ' })).rejects.toEqual(refusal('TEXT_REQUIRED'));
    await expect(caseworker.do(open, of)).rejects.toEqual(refusal('FORBIDDEN'));
    await expect((await king.person('CAREGIVER', 'stranger')).do(open, of)).rejects.toEqual(refusal('NOT_FOUND'));
    const link = await parent.do<StatementLink>(open, of);
    expect(link).toMatchObject({ forWhom: 'Dr. Lee', firstReadAt: null, revokedAt: null });
    const path = new URL(link.url!).pathname;
    expect(path).toMatch(/^\/l\/statement\/[\w-]{64}$/);
    const follow = async (method: string): Promise<[number, string]> => {
      const response = await fetch(new URL(path, world.gateway.url), { method });
      return [response.status, await response.text()];
    };
    const links = (actor: Actor): Promise<StatementLink[]> => family.read(actor, `statementLinks { ${linkFields} }`);

    // A mail program that opens every link changes nothing and reads nothing; the button shows the words, as they were written.
    const [opened, page] = await follow('GET');
    expect([opened, page.includes('Sami'), (await links(parent))[0]?.firstReadAt]).toEqual([200, false, null]);
    const [status, shown] = await follow('POST');
    expect(status).toBe(200);
    expect(shown).toContain('Sami &lt;b&gt;sleeps&lt;/b&gt; with the light on.\n&quot;Please&quot; do not change that.');
    expect(await links(caregiver)).toEqual([{ ...link, url: null, firstReadAt: expect.any(String) }]);
    expect(await links(caseworker)).toEqual([]);
    expect(await king.rows('select 1 from meetings.statement_link where statement_link::text like $1', [`%${path.split('/').at(-1)!}%`])).toEqual([]);

    const statusOf = async (of: string, method = 'POST'): Promise<number> => (await fetch(new URL(of, world.gateway.url), { method })).status;
    const flipped = path.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    expect([await statusOf(flipped), await statusOf(path.replace('statement', 'read')), await statusOf(path.replace('statement', 'calendar'), 'GET')]).toEqual([404, 404, 404]); // it is for nothing else

    // From the first link on the words stand; those on the connection can still be named.
    await expect(change(parent, rewrite, { statementId, wording: 1, text: 'Other words.' })).rejects.toEqual(refusal('MEETINGS.ALREADY_SENT'));
    expect(await change<Statement>(caregiver, send, { statementId, recipientIds: [caseworker.personId] })).toMatchObject({ recipientIds: [caseworker.personId] });
    await expect(change(caseworker, revoke, { linkId: link.id })).rejects.toEqual(refusal('FORBIDDEN'));
    expect((await change<StatementLink>(caregiver, revoke, { linkId: link.id })).revokedAt).not.toBeNull();
    const [refused, nothing] = await follow('POST');
    expect([refused, nothing.includes('Sami')]).toEqual([404, false]);
    const second = await caregiver.do<StatementLink>(open, { ...of, forWhom: 'The school' });
    await king.rows(`update meetings.statement_link set expires_at = now() where id = $1`, [second.id]);
    expect(await statusOf(new URL(second.url!).pathname)).toBe(404);
    await family.prohibit(['MESSAGE']); // a name is a way to tell the other family something
    const names = async (actor: Actor): Promise<(string | null)[]> => (await links(actor)).map(({ forWhom }) => forWhom);
    expect([await names(parent), await names(caregiver)]).toEqual([['Dr. Lee', null], [null, 'The school']]);
  });

  it('S49 R82 goes out no more once the connection has closed, by name or by a link, unless both have agreed to stay in touch', async () => {
    const family = await Family.open(king, 'hugo');
    const { connectionId, parent, caregiver, caseworker } = family;
    await family.permit();
    const { id: statementId } = await parent.do<Statement>(write, { connectionId, text: 'Sami sleeps with the light on.' });
    await change(caregiver, approve, { statementId, wording: 1 });
    await king.say(ConnectionClosedV1, { connectionId, closedAt: hoursAgo(0) });
    const byName = { statementId, recipientIds: [caseworker.personId] };
    const byLink = { statementId, forWhom: 'Dr. Lee' };
    await eventually(async () => expect(await king.rows('select 1 from meetings.family_connection where id = $1 and closed_at is not null', [connectionId])).toHaveLength(1));
    await expect(change(parent, send, byName)).rejects.toEqual(refusal('MEETINGS.CONNECTION_CLOSED'));
    for (const actor of [parent, caregiver]) await expect(actor.do(open, byLink)).rejects.toEqual(refusal('MEETINGS.CONNECTION_CLOSED'));
    await king.say(ConnectionContinuedV1, { connectionId, continuedAt: hoursAgo(0) });
    await eventually(async () => expect((await caregiver.do<StatementLink>(open, byLink)).url).not.toBeNull());
  });
});
