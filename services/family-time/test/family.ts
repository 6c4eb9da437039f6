import { randomUUID } from 'node:crypto';
import { CaseAssignedV1, ContactPermittedV1, ContactProhibitedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, inHours, type Actor, type TestCounty } from '@fc/testing';

export interface Family {
  readonly connectionId: string;
  readonly childIds: readonly [string, string];
  readonly parent: Actor;
  readonly caregiver: Actor;
  readonly caseworker: Actor;
  readonly supervisor: Actor;
}

type Channel = 'IN_PERSON' | 'CALL' | 'VIDEO' | 'MESSAGE' | 'MEDIA';

const idsOf = (made: readonly { id: string }[]): string[] => made.map(({ id }) => id);

/** A connection around two siblings, with a caseworker and a visit supervisor on their case; each name makes another family. */
export async function connectedFamily(county: TestCounty, name: string): Promise<Family> {
  const coordinator = await county.person('COORDINATOR');
  const [parent, caregiver, caseworker, supervisor] = await Promise.all([county.person('PARENT', name), county.person('CAREGIVER', name), county.person('CASEWORKER', name), county.person('VISIT_SUPERVISOR')]);
  const household = await coordinator.do<{ id: string }>('mutation ($input: RegisterCaregiverHouseholdInput!) { registerCaregiverHousehold(input: $input) { id } }', {
    kind: 'FOSTER_PARENT',
    licensed: true,
    caregiverIds: [caregiver.personId],
  });
  const children = ['Ayan', 'Sami'].map((givenName) => ({ givenName, familyName: 'Example', birthDate: '2020-02-29' }));
  const childIds = idsOf(await coordinator.do('mutation ($input: RegisterChildrenInput!) { registerChildren(input: $input) { id } }', { children, parentIds: [parent.personId] }));
  await coordinator.do('mutation ($input: BeginFosterCareInput!) { beginFosterCare(input: $input) { id } }', { childIds, removedAt: { at: inHours(-30) } });
  await coordinator.do('mutation ($input: PlaceChildrenInput!) { placeChildren(input: $input) { id } }', { childIds, type: 'FOSTER_FAMILY_HOME', householdId: household.id, startedAt: { at: inHours(-20) } });
  const { id } = await coordinator.do<{ id: string }>('mutation ($input: OpenFamilyConnectionInput!) { openFamilyConnection(input: $input) { id } }', { parentId: parent.personId, householdId: household.id });
  for (const childId of childIds) {
    for (const [actor, role] of [[caseworker, 'CASEWORKER'], [supervisor, 'VISIT_SUPERVISOR']] as const)
      await county.say(CaseAssignedV1, { assignmentId: newId<'CaseAssignment'>(), childId: childId as Id<'Child'>, personId: actor.personId as Id<'Person'>, role, from: inHours(-20) });
  }
  await eventually(async () => {
    const known = await county.rows(`select 1 from family_time.circle_member where connection_id = $1 and role in ('PARENT', 'CAREGIVER', 'CASEWORKER', 'VISIT_SUPERVISOR')`, [id]);
    const joined = await county.rows(`select 1 from family_time.connected_child where connection_id = $1`, [id]);
    const removed = await county.rows(`select 1 from family_time.child_removal where id = any ($1)`, [childIds]);
    if (known.length < 4 || joined.length < 2 || removed.length < 2) throw new Error('Family time does not know this family yet.');
  });
  return { connectionId: id, childIds: childIds as [string, string], parent, caregiver, caseworker, supervisor };
}

/** Answers the permission's id. */
export async function permit(county: TestCounty, people: readonly string[], ...channels: Channel[]): Promise<Id<'ContactPermission'>> {
  const permissionId = newId<'ContactPermission'>();
  await county.say(ContactPermittedV1, { permissionId, people: people as Id<'Person'>[], channels, from: inHours(-1), to: null });
  await ruleArrives(county, permissionId);
  return permissionId;
}

/** Answers when the prohibition was published, in milliseconds since 1970; does not wait for its effect. */
export async function prohibit(county: TestCounty, people: readonly string[], ...channels: Channel[]): Promise<number> {
  await county.say(ContactProhibitedV1, { prohibitionId: newId<'ContactProhibition'>(), people: people as Id<'Person'>[], channels, from: inHours(-1), to: null });
  return Date.now();
}

const ruleArrives = (county: TestCounty, id: string): Promise<void> =>
  eventually(async () => {
    if ((await county.rows(`select 1 from family_time.contact_rule where id = $1`, [id])).length === 0) throw new Error('The ledger does not know it yet.');
  });

export const plan = (actor: Actor, { connectionId, childIds: [childId] }: Family, terms: object = {}): Promise<{ id: string }> =>
  actor.do('mutation ($input: PlanFamilyTimeInput!) { planFamilyTime(input: $input) { id revision superviseBecause earlier { revision minutes } } }', {
    connectionId,
    childId,
    frequencyPerWeek: 2,
    minutes: 90,
    setting: 'NATURAL',
    supervision: 'UNSUPERVISED',
    ...terms,
  });

export const scheduling = 'mutation ($input: ScheduleVisitInput!) { scheduleVisit(input: $input) { id status setting naturalPlace place } }';

export const scheduleInput = (planId: string, startsAt: string, more: object = {}): object => ({
  ...{ idempotencyKey: randomUUID(), planId, startsAt, minutes: 60, setting: 'NATURAL', naturalPlace: 'PLAYGROUND', place: 'The playground at the lake' },
  ...more,
});
