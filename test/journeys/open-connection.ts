import { hoursAgo, type Actor, type TestCounty } from '@fc/testing';

export interface OpenedConnection {
  readonly coordinator: Actor;
  readonly parent: Actor;
  readonly caregiver: Actor;
  readonly householdId: string;
  readonly childIds: readonly string[];
  readonly connectionId: string;
  /** How long the last mutation took. */
  readonly openedInMs: number;
}

export { hoursAgo } from '@fc/testing';

/** Everything up to an open family connection of two siblings: people, household, removal, placement. */
export async function openConnection(county: TestCounty, family = 'Noor'): Promise<OpenedConnection> {
  const coordinator = await county.person('COORDINATOR');
  const parent = await county.person('PARENT', family, { languages: ['so', 'en'], phone: '+12065550100' });
  const caregiver = await county.person('CAREGIVER', `${family}-home`);
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
  await coordinator.do('mutation ($input: BeginFosterCareInput!) { beginFosterCare(input: $input) { id } }', { childIds, removedAt: { at: hoursAgo(8) } });
  await coordinator.do('mutation ($input: PlaceChildrenInput!) { placeChildren(input: $input) { id } }', {
    childIds,
    type: 'FOSTER_FAMILY_HOME',
    householdId: household.id,
    startedAt: { at: hoursAgo(2) },
  });
  const began = performance.now();
  const connection = await coordinator.do<{ id: string }>('mutation ($input: OpenFamilyConnectionInput!) { openFamilyConnection(input: $input) { id } }', { parentId: parent.personId, householdId: household.id });
  return { coordinator, parent, caregiver, householdId: household.id, childIds, connectionId: connection.id, openedInMs: performance.now() - began };
}
