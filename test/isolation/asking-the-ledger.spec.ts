import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asAdministrator } from '@fc/countyctl';
import { ContactProhibitedV1 } from '@fc/contracts';
import { identity } from '@fc/identity';
import { meetings } from '@fc/meetings';
import { eventually, openConnection, placeFamily, type TestCounty, type TestFamily } from '@fc/testing';
import { World } from '@fc/testing/world';

const attempt = 'mutation ($input: RecordComfortCallAttemptInput!) { recordComfortCallAttempt(input: $input) { status attempts { outcome } } }';
const buyIn = 'mutation ($input: RecordBuyInInput!) { recordBuyIn(input: $input) { id } }';
const prohibit = 'mutation ($input: ProhibitContactInput!) { prohibitContact(input: $input) { id } }';

let world: World;
let king: TestCounty;

beforeAll(async () => {
  world = await World.start({ counties: ['king'], subgraphs: [identity, meetings] });
  king = world.county('king');
}, 120_000);
afterAll(() => world?.stop());

/** Two families who may speak, and a call that all have agreed to. */
async function ready(name: string): Promise<{ family: TestFamily; comfortCallId: string }> {
  const coordinator = await king.person('COORDINATOR');
  const family = await placeFamily(king, name);
  const id = await openConnection(king, family);
  const people = [family.parent.personId, family.caregiver.personId];
  await coordinator.do('mutation ($input: PermitContactInput!) { permitContact(input: $input) { id } }', { personIds: people, channels: ['CALL'], source: 'CASE_PLAN' });
  const comfortCallId = await eventually(async () => {
    const { familyConnection } = await coordinator.get<{ familyConnection: { comfortCalls: { id: string }[] } }>('query ($id: UUID!) { familyConnection(id: $id) { comfortCalls { id } } }', { id });
    expect(await king.rows('select 1 from meetings.contact_rule where $1 in (first_person_id, second_person_id)', [family.parent.personId])).toHaveLength(1);
    return familyConnection.comfortCalls[0]!.id;
  });
  for (const by of ['AGENCY', 'CASEWORKER', 'PARENT', 'CAREGIVER']) await coordinator.do(buyIn, { comfortCallId, by });
  return { family, comfortCallId };
}

const now = (): string => new Date().toISOString();
const refusal = (code: string): object => expect.objectContaining({ code }) as object;
const attemptsOf = (comfortCallId: string): Promise<object[]> => king.rows('select 1 from meetings.comfort_call_attempt where comfort_call_id = $1', [comfortCallId]);
const spoke = (comfortCallId: string): object => ({ comfortCallId, outcome: 'SPOKE', at: now() });

/** Keeps what identity says from leaving, as a NATS that is slow would. */
const whileEventsWait = <Result>(work: () => Promise<Result>): Promise<Result> =>
  asAdministrator(world.platform, king.county.database.name, async (client) => {
    await client.query(`select pg_advisory_lock(hashtext('identity outbox'))`);
    try {
      return await work();
    } finally {
      await client.query(`select pg_advisory_unlock(hashtext('identity outbox'))`);
    }
  });

describe('what cannot be undone', () => {
  it('R78 obeys a prohibition that was recorded a moment ago, though its event is still on its way', async () => {
    const [forbidden, allowed] = [await ready('amir'), await ready('bea')];
    const { parent, caregiver } = forbidden.family;
    const coordinator = await king.person('COORDINATOR');
    await whileEventsWait(async () => {
      await coordinator.do(prohibit, { personIds: [parent.personId, caregiver.personId], channels: ['CALL'], source: 'COURT_ORDER' });
      expect(await king.rows(`select 1 from meetings.contact_rule where kind = 'PROHIBITION' and $1 in (first_person_id, second_person_id)`, [parent.personId])).toEqual([]);
      // On a busy machine the answer may come too late, which is refused in other words.
      await eventually(() => expect(caregiver.do(attempt, spoke(forbidden.comfortCallId))).rejects.toEqual(refusal('CONTACT_NOT_POSSIBLE')));
      await eventually(() => expect(caregiver.do(attempt, spoke(forbidden.comfortCallId))).rejects.toThrow('This is not possible at present. Please ask your caseworker.'));
      expect(await attemptsOf(forbidden.comfortCallId)).toEqual([]);
      expect(await eventually(() => allowed.family.caregiver.do(attempt, spoke(allowed.comfortCallId)))).toMatchObject({ status: 'HELD' });
    });
    await eventually(async () => expect(await king.messages(ContactProhibitedV1)).toBe(1));
  });

  it('R78 stands in no calendar outside once it is prohibited, though the event is still on its way', async () => {
    const { family } = await ready('noor');
    const { parent, caregiver } = family;
    const coordinator = await king.person('COORDINATOR');
    const pair = [parent.personId, caregiver.personId];
    await coordinator.do('mutation ($input: PermitContactInput!) { permitContact(input: $input) { id } }', { personIds: pair, channels: ['IN_PERSON'], source: 'CASE_PLAN' });
    const [icebreaker] = await eventually(async () => {
      const rows = await king.rows<{ id: string }>(`select icebreaker.id from meetings.icebreaker join meetings.family_connection connection on connection.id = connection_id where parent_id = $1`, [parent.personId]);
      expect(rows).toHaveLength(1);
      return rows;
    });
    const plan = { icebreakerId: icebreaker!.id, scheduledFor: new Date(Date.now() + 3_600_000 * 48).toISOString(), place: 'Library', setting: 'COMMUNITY', facilitatorId: coordinator.personId };
    await eventually(() => coordinator.do('mutation ($input: ScheduleIcebreakerInput!) { scheduleIcebreaker(input: $input) { id } }', plan));
    const { url } = await parent.do<{ url: string }>('mutation ($input: OpenCalendarFeedInput!) { openCalendarFeed(input: $input) { url } }', {});
    const read = async (): Promise<string> => {
      const response = await fetch(new URL(new URL(url).pathname, world.gateway.url));
      expect(response.status).toBe(200); // on a busy machine the ledger's answer may come too late
      return response.text();
    };
    expect(await eventually(read)).toContain('LOCATION:Library');
    await whileEventsWait(async () => {
      await coordinator.do(prohibit, { personIds: pair, channels: ['IN_PERSON'], source: 'COURT_ORDER' });
      expect(await king.rows(`select status from meetings.icebreaker where id = $1`, [plan.icebreakerId])).toEqual([{ status: 'SCHEDULED' }]);
      expect(await eventually(read)).not.toContain('VEVENT');
    });
    await eventually(async () => expect(await king.rows(`select status from meetings.icebreaker where id = $1`, [plan.icebreakerId])).toEqual([{ status: 'SUSPENDED' }]));
  });

  it('is asked about once more when the first answer is late or nobody was there, and is then done at once', async () => {
    const [late, nobody] = [await ready('dora'), await ready('emil')];
    const port = await world.stopSubgraph('identity');
    const nats = await king.nats();
    const hear = (answersFrom: number): { heard: () => number; stop: () => void } => {
      let heard = 0;
      const place = nats.subscribe(`ask.${king.county.slug}.identity.>`, { callback: (_error, message) => void ((heard += 1) >= answersFrom && message.respond(JSON.stringify({ answer: { possible: true } }))) });
      return { heard: () => heard, stop: () => place.unsubscribe() };
    };
    const speak = ({ family, comfortCallId }: typeof late): Promise<object> => world.askDirectly('meetings', family.caregiver, attempt, { input: { idempotencyKey: crypto.randomUUID(), ...spoke(comfortCallId) } });
    const held = { data: { recordComfortCallAttempt: { status: 'HELD' } } };
    const slow = hear(2);
    await nats.flush();
    expect(await speak(late)).toMatchObject(held);
    expect(slow.heard()).toBe(2);
    slow.stop();
    await nats.flush();
    const speaking = speak(nobody);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const back = hear(1);
    await nats.flush();
    expect(await speaking).toMatchObject(held);
    back.stop();
    await world.startSubgraph(identity, port);
  });

  it('R78 is refused while identity does not answer, with nothing half done, and done once it does', async () => {
    const { family, comfortCallId } = await ready('cleo');
    const said = { input: { idempotencyKey: crypto.randomUUID(), ...spoke(comfortCallId) } };
    const port = await world.stopSubgraph('identity');
    const { errors } = await world.askDirectly('meetings', family.caregiver, attempt, said);
    expect(errors).toMatchObject([{ message: 'This cannot be checked at the moment, so it was not done. Please try again in a minute.', extensions: { code: 'CONTACT_UNCERTAIN' } }]);
    expect(await attemptsOf(comfortCallId)).toEqual([]);
    await world.startSubgraph(identity, port);
    await eventually(async () => {
      const { data } = await world.askDirectly<object>('meetings', family.caregiver, attempt, said);
      expect(data).toMatchObject({ recordComfortCallAttempt: { status: 'HELD' } });
    });
    expect(await attemptsOf(comfortCallId)).toHaveLength(1);
  });
});
