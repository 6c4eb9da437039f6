import type { Actor } from '@fc/local/program';
import { hoursAgo } from './hours.ts';
import type { TestCounty } from './test-county.ts';

/** A parent whose children live with a caregiver. */
export interface TestFamily {
  readonly parent: Actor;
  readonly caregiver: Actor;
  readonly householdId: string;
  readonly childIds: readonly string[];
  readonly placementIds: readonly string[];
}

const idsOf = (made: readonly { id: string }[]): string[] => made.map(({ id }) => id);

/** Brings a family into the program, as far as a connection can be opened for it; another name makes another family. The child is small unless a birth date says otherwise. */
export async function placeFamily(county: TestCounty, name = 'Noor', birthDate = '2020-02-29'): Promise<TestFamily> {
  const coordinator = await county.person('COORDINATOR');
  const parent = await county.person('PARENT', name);
  const caregiver = await county.person('CAREGIVER', name);
  const { id: householdId } = await coordinator.do<{ id: string }>('mutation ($input: RegisterCaregiverHouseholdInput!) { registerCaregiverHousehold(input: $input) { id } }', {
    kind: 'FOSTER_PARENT',
    licensed: true,
    caregiverIds: [caregiver.personId],
  });
  const children = await coordinator.do<{ id: string }[]>('mutation ($input: RegisterChildrenInput!) { registerChildren(input: $input) { id } }', {
    children: [{ givenName: `Child of ${name}`, familyName: 'Example', birthDate }],
    parentIds: [parent.personId],
  });
  const childIds = idsOf(children);
  await coordinator.do('mutation ($input: BeginFosterCareInput!) { beginFosterCare(input: $input) { id } }', { childIds, removedAt: { at: hoursAgo(30) } });
  const placements = await coordinator.do<{ id: string }[]>('mutation ($input: PlaceChildrenInput!) { placeChildren(input: $input) { id } }', {
    childIds,
    type: 'FOSTER_FAMILY_HOME',
    householdId,
    startedAt: { at: hoursAgo(20) },
  });
  return { parent, caregiver, householdId, childIds, placementIds: idsOf(placements) };
}

/** Opens the family's connection; answers its id. */
export async function openConnection(county: TestCounty, { parent, householdId }: TestFamily): Promise<string> {
  const coordinator = await county.person('COORDINATOR');
  const { id } = await coordinator.do<{ id: string }>('mutation ($input: OpenFamilyConnectionInput!) { openFamilyConnection(input: $input) { id } }', { parentId: parent.personId, householdId });
  return id;
}
