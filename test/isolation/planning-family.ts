import { MatchAcceptedV1 } from '@fc/contracts';
import { newId, type Id } from '@fc/domain-kernel';
import { eventually, openConnection, placeFamily, type Actor, type TestCounty } from '@fc/testing';

/** Two families for whom everything can be planned as soon as the contact ledger allows it: matched, let off their preparation, with a plan for family time. */
export interface PlanningFamily {
  readonly name: string;
  readonly coordinator: Actor;
  readonly connectionId: string;
  readonly planId: string;
  readonly icebreakerId: string;
  readonly comfortCallId: string;
  readonly people: { readonly parent: string; readonly caregiver: string; readonly child: string; readonly ally: string };
}

export const mutation = (name: string, selection = '{ id }'): string => `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${selection} }`;

export async function planningFamily(county: TestCounty, name: string): Promise<PlanningFamily> {
  const coordinator = await county.person('COORDINATOR');
  const family = await placeFamily(county, name);
  const connectionId = await openConnection(county, family);
  const [ally, mentor] = [await county.person('PARENT_ALLY', name), await county.person('CAREGIVER_MENTOR', name)];
  const matches = [
    { mentorRole: 'PARENT_ALLY', mentorId: ally.personId, participantId: family.parent.personId },
    { mentorRole: 'CAREGIVER_MENTOR', mentorId: mentor.personId, participantId: family.householdId },
  ] as const;
  for (const { mentorRole, mentorId, participantId } of matches) {
    const matchId = newId<'MentorMatch'>();
    await county.say(MatchAcceptedV1, { matchId, mentorRole, mentorId: mentorId as Id<'Person'>, participantId: participantId as Id<'Participant'>, acceptedAt: new Date().toISOString() });
    await eventually(async () => {
      if ((await county.rows('select 1 from meetings.active_match where id = $1', [matchId])).length === 0) throw new Error('Meetings does not know the match yet.');
    });
  }
  type Contacts = { familyConnection: { icebreakers: { id: string }[]; comfortCalls: { id: string }[] } };
  const { familyConnection } = await eventually(async () => {
    const answer = await coordinator.get<Contacts>('query ($id: UUID!) { familyConnection(id: $id) { icebreakers { id } comfortCalls { id } } }', { id: connectionId });
    if (answer.familyConnection.icebreakers.length === 0) throw new Error('Meetings does not know the connection yet.');
    return answer;
  });
  for (const side of ['PARENT', 'HOUSEHOLD']) await county.supervisor.do(mutation('waivePreparation', ''), { connectionId, side, reason: 'They know each other.' });
  const plan = { connectionId, childId: family.childIds[0], frequencyPerWeek: 7, minutes: 60, setting: 'NATURAL', supervision: 'UNSUPERVISED' };
  const { id: planId } = await eventually(() => coordinator.do<{ id: string }>(mutation('planFamilyTime'), plan));
  const people = { parent: family.parent.personId, caregiver: family.caregiver.personId, child: family.childIds[0]!, ally: ally.personId };
  return { name, coordinator, connectionId, planId, icebreakerId: familyConnection.icebreakers[0]!.id, comfortCallId: familyConnection.comfortCalls[0]!.id, people };
}
