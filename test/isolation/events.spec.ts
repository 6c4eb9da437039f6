import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectionOpenedV1, type EventData } from '@fc/contracts';
import { newId } from '@fc/domain-kernel';
import { streamName, subjectOf } from '@fc/messaging/subjects';
import { eventually, SharedWorld, type TestCounty } from '@fc/testing';
import { jetstream, jetstreamManager } from '@nats-io/jetstream';

let world: SharedWorld;
let king: TestCounty;
let pierce: TestCounty;

beforeAll(async () => {
  world = await SharedWorld.join('king', 'pierce');
  [king, pierce] = [world.county('king'), world.county('pierce')];
}, 120_000);
afterAll(() => world?.stop());

const opened = (): EventData<typeof ConnectionOpenedV1> => ({
  connectionId: newId<'FamilyConnection'>(),
  parentId: newId<'Person'>(),
  householdId: newId<'CaregiverHousehold'>(),
  caregiverIds: [newId<'Person'>()],
  children: [{ childId: newId<'Child'>(), placementId: newId<'Placement'>() }],
  openedAt: new Date().toISOString(),
});

const needsOf = (county: TestCounty, connectionId: string): Promise<object[]> => county.rows('select 1 from matching.mentor_need where connection_id = $1', [connectionId]);

/** Waits until matching has put the event away for good, and answers why. */
const buriedIn = (county: TestCounty, mark: string): Promise<string> =>
  eventually(async () => {
    const [row] = await county.rows<{ state: string; reason: string }>(`select state, reason from matching.parked_event where envelope::text like $1`, [`%${mark}%`]);
    expect(row).toMatchObject({ state: 'DEAD' });
    return row!.reason;
  });

describe('an event that is not what its envelope says', () => {
  it('is applied when everything agrees', async () => {
    const data = opened();
    await king.say(ConnectionOpenedV1, data);
    await eventually(async () => expect(await needsOf(king, data.connectionId)).toHaveLength(2));
  });

  it.each([
    ['comes in the stream of another county than its envelope names', () => ({ county: pierce.county.slug }), () => `it says it is of ${pierce.county.slug}`],
    ['names no county that there is', () => ({ county: 'nowhere' }), () => 'it says it is of nowhere'],
    ['says that another service has said it', () => ({ source: '/services/matching' }), () => 'it says it is from /services/matching'],
    ['says that it is another event than its subject', () => ({ type: 'identity.connection-closed.v1' }), () => 'it says it is identity.connection-closed.v1'],
    ['has no time', () => ({ time: '' }), () => 'it is not an event'],
  ])('is put away unread, and applied in no county: one that %s', async (_, spoilt, reason) => {
    const data = opened();
    await king.say(ConnectionOpenedV1, data, spoilt());
    expect(await buriedIn(king, data.connectionId)).toBe(reason());
    for (const county of [king, pierce]) expect(await needsOf(county, data.connectionId)).toEqual([]);
  });

  it('is put away unread where it is no event at all, and those behind it go on', async () => {
    const mark = newId();
    await jetstream(await king.nats()).publish(subjectOf(king.county.slug, ConnectionOpenedV1.type), `no JSON ${mark}`);
    const data = opened();
    await king.say(ConnectionOpenedV1, data);
    expect(await buriedIn(king, mark)).toBe('it is not an event');
    await eventually(async () => expect(await needsOf(king, data.connectionId)).toHaveLength(2));
  });
});

describe('an event on a subject of another county', () => {
  it("goes to that county's stream, and what is said there of the first county is put away", async () => {
    const [before, data] = [await king.messages(ConnectionOpenedV1), opened()];
    await king.say(ConnectionOpenedV1, data, { subjectCounty: pierce.county.slug });
    expect(await buriedIn(pierce, data.connectionId)).toBe(`it says it is of ${king.county.slug}`);
    expect(await king.messages(ConnectionOpenedV1)).toBe(before);
    expect(await needsOf(king, data.connectionId)).toEqual([]);
  });

  it('is put away unread even where an operator let it into the stream by mistake', async () => {
    const { slug } = king.county;
    const manager = await jetstreamManager(await king.nats());
    const subjects = [`county.${slug}.>`, `county.${slug}_old.>`];
    await manager.streams.update(streamName(slug), { subjects });
    await manager.consumers.update(streamName(slug), 'matching', { filter_subject: 'county.*.>' });
    const data = opened();
    await king.say(ConnectionOpenedV1, data, { subjectCounty: `${slug}_old` });
    expect(await buriedIn(king, data.connectionId)).toBe(`its subject is of ${slug}_old`);
    expect(await needsOf(king, data.connectionId)).toEqual([]);
  });
});
