import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { identity } from '@fc/identity';
import { matching } from '@fc/matching';
import { eventually, World, type Actor, type TestCounty } from '@fc/testing';

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3_600_000).toISOString();

let world: World;
let king: TestCounty;
let coordinator: Actor;

beforeAll(async () => {
  world = await World.start({ counties: ['king', 'pierce'], subgraphs: [identity, matching] });
  king = world.county('king');
  coordinator = await king.person('COORDINATOR');
}, 60_000);
afterAll(() => world?.stop());

describe('one walk: a family connection is opened in identity, and matching knows who waits for a mentor', () => {
  it('S01 S57 opens a connection around siblings, and both sides wait for the mentor of their kind', async () => {
    const parent = await king.person('PARENT', 'Noor', { languages: ['so', 'en'], phone: '+12065550100' });
    const caregiver = await king.person('CAREGIVER', 'Dana');
    const household = await coordinator.do<{ id: string }>('mutation ($input: RegisterCaregiverHouseholdInput!) { registerCaregiverHousehold(input: $input) { id } }', {
      kind: 'FOSTER_PARENT',
      licensed: true,
      caregiverIds: [caregiver.personId],
    });
    const children = await coordinator.do<{ id: string }[]>('mutation ($input: RegisterChildrenInput!) { registerChildren(input: $input) { id } }', {
      children: [
        { givenName: 'Ayan', familyName: 'Example', birthDate: '2020-02-29' },
        { givenName: 'Sami', familyName: 'Example', birthDate: '2023-06-01' },
      ],
      parentIds: [parent.personId],
    });
    const childIds = children.map((child) => child.id);
    await coordinator.do('mutation ($input: BeginFosterCareInput!) { beginFosterCare(input: $input) { id } }', { childIds, removedAt: { at: hoursAgo(30) } });
    await coordinator.do('mutation ($input: PlaceChildrenInput!) { placeChildren(input: $input) { id } }', { childIds, type: 'FOSTER_FAMILY_HOME', householdId: household.id, startedAt: { at: hoursAgo(20) } });
    const { id } = await coordinator.do<{ id: string }>('mutation ($input: OpenFamilyConnectionInput!) { openFamilyConnection(input: $input) { id } }', { parentId: parent.personId, householdId: household.id });

    const query = '($id: UUID!) { familyConnection(id: $id) { status parent { givenName phone } household { kind caregivers { givenName } } children { givenName } mentorNeeds { mentorRole participantId metAt } } }';
    const seen = await eventually(async () => {
      const { familyConnection } = await coordinator.get<{ familyConnection: { mentorNeeds: object[] } }>(`query ${query}`, { id });
      expect(familyConnection.mentorNeeds).toHaveLength(2);
      return familyConnection;
    });
    expect(seen).toMatchObject({
      status: 'OPEN',
      parent: { givenName: 'Noor', phone: '+12065550100' },
      household: { kind: 'FOSTER_PARENT', caregivers: [{ givenName: 'Dana' }] },
      children: [{ givenName: 'Ayan' }, { givenName: 'Sami' }],
      mentorNeeds: [
        { mentorRole: 'PARENT_ALLY', participantId: parent.personId, metAt: null },
        { mentorRole: 'CAREGIVER_MENTOR', participantId: household.id, metAt: null },
      ],
    });

    const asCaregiver = await caregiver.get<{ familyConnection: { parent: { phone: string | null } } }>(`query ${query}`, { id });
    expect(asCaregiver.familyConnection.parent.phone).toBeNull();
  });
});
