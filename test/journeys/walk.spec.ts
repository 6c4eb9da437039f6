import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, SharedWorld } from '@fc/testing';
import { openConnection } from './open-connection.ts';

let world: SharedWorld;

beforeAll(async () => {
  world = await SharedWorld.join('king');
}, 240_000);
afterAll(() => world?.stop());

describe('one walk: a family connection is opened in identity, and matching knows who waits for a mentor', () => {
  it('S01 S57 opens a connection around siblings, and both sides wait for the mentor of their kind', async () => {
    const { coordinator, parent, caregiver, householdId, connectionId: id } = await openConnection(world.county('king'));

    const query =
      'query ($id: UUID!) { familyConnection(id: $id) { status parent { givenName } household { kind caregivers { givenName } } children { givenName } mentorNeeds { mentorRole participantId metAt } } }';
    const seen = await eventually(async () => {
      const { familyConnection } = await coordinator.get<{ familyConnection: { mentorNeeds: object[] } }>(query, { id });
      expect(familyConnection.mentorNeeds).toHaveLength(2);
      return familyConnection;
    });
    expect(seen).toMatchObject({
      status: 'OPEN',
      parent: { givenName: 'Noor' },
      household: { kind: 'FOSTER_PARENT', caregivers: [{ givenName: 'Noor-home' }] },
      children: [{ givenName: 'Ayan' }, { givenName: 'Sami' }],
      mentorNeeds: [
        { mentorRole: 'PARENT_ALLY', participantId: parent.personId, metAt: null },
        { mentorRole: 'CAREGIVER_MENTOR', participantId: householdId, metAt: null },
      ],
    });
    // Both families are on it and see it; nobody else is and does.
    await eventually(async () => expect((await caregiver.get<{ familyConnection: { id: string } }>('query ($id: UUID!) { familyConnection(id: $id) { id } }', { id })).familyConnection.id).toBe(id));
    const stranger = await world.county('king').person('PARENT', 'Stranger');
    expect((await stranger.ask('query ($id: UUID!) { familyConnection(id: $id) { id } }', { id })).errors[0]?.extensions?.code).toBe('NOT_FOUND');
  }, 90_000);
});
