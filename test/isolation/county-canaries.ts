import { expect } from '@jest/globals';
import { openConnection, placeFamily, type Actor, type TestCounty, type TestFamily } from '@fc/testing';
import { mutation } from './planning-family.ts';

/** A family, and one record at least of each service, which both counties have under the very same ids. */
export interface SameRecords extends TestFamily {
  readonly connectionId: string;
  readonly profileId: string;
  readonly organizationId: string;
  readonly improvementId: string;
}

/** What these records say: in each county something else. */
export interface Canary {
  readonly familyName: string;
  /** Open needs of mentors. */
  readonly needs: number;
  readonly capacity: number;
  readonly travelMinutes: number;
  readonly visitMinutes: number;
  /** When the child was placed as the comfort call has it, and when it was held as outcomes has it. */
  readonly placedAt: string;
  readonly organization: string;
  readonly dueOn: string;
}

export const canaries: Readonly<Record<'king' | 'pierce', Canary>> = {
  king: { familyName: 'King', needs: 2, capacity: 4, travelMinutes: 41, visitMinutes: 42, placedAt: '2025-04-04T12:00:00Z', organization: 'Neighbors of King', dueOn: '2098-04-04' },
  pierce: { familyName: 'Pierce', needs: 1, capacity: 5, travelMinutes: 51, visitMinutes: 52, placedAt: '2025-05-05T12:00:00Z', organization: 'Neighbors of Pierce', dueOn: '2098-05-05' },
};

const organization = { description: 'They help each other.', website: 'https://neighbors.example.org/', kind: 'COMMUNITY', scope: 'COUNTY', offers: ['PEER_SUPPORT'], languages: ['en'] };

/** Makes the records in the one county. */
export async function plantRecords(county: TestCounty): Promise<SameRecords> {
  const [family, coordinator, ally] = await Promise.all([placeFamily(county), county.person('COORDINATOR'), county.person('PARENT_ALLY')]);
  const connectionId = await openConnection(county, family);
  const made = await Promise.all([
    coordinator.do<{ id: string }>(mutation('registerMentorProfile'), { personId: ally.personId, mentorRole: 'PARENT_ALLY', ownCaseClosedOn: '2020-01-01', capacity: 1 }),
    coordinator.do<{ id: string }>(mutation('addOrganization'), { ...organization, name: 'Neighbors' }),
    county.supervisor.do<{ id: string }>(mutation('planReadinessImprovement'), { area: 'POLICY', what: 'Write it down.', ownerId: county.supervisor.personId, dueOn: '2098-01-01' }),
  ]);
  const [profileId, organizationId, improvementId] = made.map(({ id }) => id) as [string, string, string];
  return { ...family, connectionId, profileId, organizationId, improvementId };
}

/** The same people as each county has them. */
export interface Writers {
  readonly coordinator: Actor;
  readonly supervisor: Actor;
}

/** Says once more, by one command of each service, what the county's records say. */
export function rewrites({ coordinator, supervisor }: Writers, records: SameRecords, says: Canary): (() => Promise<unknown>)[] {
  const [personId, childId] = [records.parent.personId, records.childIds[0]];
  const { connectionId, profileId, organizationId, improvementId } = records;
  const asked = (name: string, input: object, by = coordinator, selection?: string) => (): Promise<unknown> => by.get(mutation(name, selection), { input });
  return [
    asked('setContactDetails', { personId, email: emailOf(says) }),
    asked('setMentorCapacity', { profileId, capacity: says.capacity }),
    asked('sayFreeTimes', { hours: [{ weekday: 1, from: '08:00', to: '16:00' }], travelMinutes: says.travelMinutes }, coordinator, '{ weekday }'),
    () => coordinator.do(mutation('planFamilyTime'), { connectionId, childId, frequencyPerWeek: 1, minutes: says.visitMinutes, setting: 'NATURAL', supervision: 'UNSUPERVISED' }),
    asked('changeOrganization', { ...organization, organizationId, name: says.organization }),
    asked('handOverReadinessImprovement', { improvementId, ownerId: supervisor.personId, dueOn: says.dueOn }, supervisor),
  ];
}

export const emailOf = ({ familyName }: Canary): string => `${familyName.toLowerCase()}@example.org`;

/** What the services say of their county, few at a time; `$connectionId` stands for the connection. */
export const questions: readonly { readonly fields: string; readonly answers: (says: Canary) => object }[] = [
  { fields: 'mentorProfiles { nodes { capacity } } myTravelMinutes', answers: ({ capacity, travelMinutes: myTravelMinutes }) => ({ mentorProfiles: { nodes: [{ capacity }] }, myTravelMinutes }) },
  { fields: 'familyConnection(id: $connectionId) { parent { familyName } familyTimePlans { minutes } }', answers: ({ familyName, visitMinutes: minutes }) => ({ familyConnection: { parent: { familyName }, familyTimePlans: [{ minutes }] } }) },
  {
    fields: 'organizations(input: { kind: COMMUNITY, scope: COUNTY }) { name } countyReadiness { improvements { dueOn } }',
    answers: ({ organization: name, dueOn }) => ({ organizations: [{ name }], countyReadiness: { improvements: [{ dueOn }] } }),
  },
];

/** What each service adds to the connection, asked for by reference, and what it answers; support adds nothing to one. */
export const additions: readonly { readonly service: string; readonly fields: string; readonly answers: (says: Canary) => object }[] = [
  { service: 'identity', fields: 'parent { familyName }', answers: ({ familyName }) => ({ parent: { familyName } }) },
  { service: 'matching', fields: 'mentorNeeds { __typename }', answers: ({ needs }) => ({ mentorNeeds: Array.from({ length: needs }, () => ({ __typename: 'MentorNeed' })) }) },
  { service: 'meetings', fields: 'comfortCalls { placedAt }', answers: ({ placedAt }) => ({ comfortCalls: [{ placedAt }] }) },
  { service: 'family-time', fields: 'familyTimePlans { minutes }', answers: ({ visitMinutes: minutes }) => ({ familyTimePlans: [{ minutes }] }) },
  { service: 'outcomes', fields: 'outcomes { milestones { key reachedAt } }', answers: ({ placedAt: reachedAt }) => ({ outcomes: { milestones: expect.arrayContaining([{ key: 'COMFORT_CALL', reachedAt }]) } }) },
];
