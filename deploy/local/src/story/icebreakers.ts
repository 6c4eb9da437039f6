import type { Actor } from '../program/actor.ts';
import type { GraphQLAnswer } from '../program/graphql-client.ts';
import type { Family } from './coming-together.ts';
import { hoursAgo, hoursAhead, mutation, until, type Cast } from './stage.ts';
import type { Storyteller } from './storyteller.ts';

interface Named {
  readonly id: string;
}
interface Icebreaker extends Named {
  readonly status: string;
  readonly notice: string | null;
  readonly calendarFile: string | null;
}
type Icebreakers = { familyConnection: { icebreakers: readonly Icebreaker[] | null } };
const icebreakers = 'query ($id: UUID!) { familyConnection(id: $id) { icebreakers { id status notice calendarFile } } }';

/** What a calendar is told of a meeting: the same event each time, under a number that rises. */
export function putIntoCalendar(story: Storyteller, sentence: string, name: string, file: string | null | undefined): void {
  const [uid, sequence, location] = ['UID', 'SEQUENCE', 'LOCATION'].map((property) => new RegExp(`^${property}:(.*)$`, 'm').exec(file ?? '')?.[1]?.trim());
  story.got(`${sentence}: event ${uid?.slice(-6)}, change ${sequence}, ${location ?? 'the place only after signing in'}.`, name, file ?? '');
}

/** As soon as there are so many. */
const allOf = async (actor: Actor, connectionId: string, atLeast = 1): Promise<readonly Icebreaker[]> =>
  (await until(() => actor.get<Icebreakers>(icebreakers, { id: connectionId }), (answer) => (answer.familyConnection.icebreakers?.length ?? 0) >= atLeast)).familyConnection.icebreakers ?? [];

const held = { purposes: ['SHARE_CHILD_INFORMATION', 'START_RELATIONSHIP'], topics: ['CHILD_NEEDS', 'ROUTINES', 'LIKES_AND_DISLIKES'] };

/** Soon after the placement the two families meet for the first time; it is one step, and the work goes on. */
export async function firstIcebreaker(story: Storyteller, { caseworker, noor, dana }: Cast, { connectionId, childIds }: Family): Promise<void> {
  story.chapter('The first icebreaker');
  const due = await allOf(caseworker, connectionId, childIds.length);
  const [first] = due;
  const plan = { icebreakerId: first?.id, place: 'Field office, room 2', facilitatorId: caseworker.personId };
  await story.refused('Casey mistypes the day, which has passed.', 'DATE_IN_PAST', () => caseworker.do(mutation('scheduleIcebreaker'), { ...plan, scheduledFor: hoursAgo(2) }));
  await story.did('Casey plans it for the day after tomorrow, and will be there.', () => caseworker.do(mutation('scheduleIcebreaker'), { ...plan, scheduledFor: hoursAhead(44) }));
  const planned = (await allOf(dana, connectionId)).find(({ id }) => id === first?.id);
  putIntoCalendar(story, 'Dana puts it into her calendar', 'first-icebreaker.ics', planned?.calendarFile);
  await story.did('Noor and Dana are both there already today, and they begin at once, with what Ayan and Sami need.', async () => {
    for (const { id } of due) await caseworker.do(mutation('holdIcebreaker'), { icebreakerId: id, heldAt: hoursAgo(0), facilitatorId: caseworker.personId, ...held });
  });
  await story.refused('Casey notes it once more.', 'MEETINGS.ALREADY_HELD', () => caseworker.do(mutation('holdIcebreaker'), { icebreakerId: first?.id, heldAt: hoursAgo(0), ...held }));
  story.saw(`Noor sees: ${(await allOf(noor, connectionId)).map(({ status }) => status.toLowerCase()).join(', ')}. The Connections Meeting is still to come.`);
}

/** The new home has an icebreaker of its own; a prohibition suspends it, and a new plan brings it back. */
export async function icebreakerThatIsSuspended(story: Storyteller, { caseworker, noor, robin }: Cast, connectionId: string): Promise<void> {
  story.chapter('A second icebreaker, in the new home');
  const pair = [noor.personId, robin.personId];
  await story.did('Casey permits Noor and Robin to meet.', () => caseworker.do(mutation('permitContact'), { personIds: pair, channels: ['IN_PERSON', 'CALL', 'MESSAGE'], source: 'CASE_PLAN', from: hoursAgo(6) }));
  const icebreakerId = (await allOf(caseworker, connectionId))[0]?.id;
  const asRobin = async (): Promise<Icebreaker | undefined> => (await allOf(robin, connectionId)).find(({ id }) => id === icebreakerId);
  const plan = { icebreakerId, scheduledFor: hoursAhead(30), place: 'Field office', facilitatorId: caseworker.personId };
  const planning = (): Promise<GraphQLAnswer<unknown>> => caseworker.ask(mutation('scheduleIcebreaker'), { input: { idempotencyKey: crypto.randomUUID(), ...plan } });
  await story.did('Casey plans the icebreaker of Noor and Robin, and will be there.', () => until(planning, ({ errors }) => errors.length === 0));
  putIntoCalendar(story, 'Robin puts it into a calendar', 'second-icebreaker-planned.ics', (await asRobin())?.calendarFile);
  const prohibition = await story.did('A court forbids the two to meet for now.', () => caseworker.do<Named>(mutation('prohibitContact'), { personIds: pair, channels: ['IN_PERSON'], source: 'COURT_ORDER' }));
  const off = await until(asRobin, (answer) => answer?.status === 'SUSPENDED');
  story.saw(`Robin sees: “${off?.notice}”`);
  putIntoCalendar(story, 'Robin’s calendar takes it out, and says no reason', 'second-icebreaker-off.ics', off?.calendarFile);
  await story.refused('Casey plans it anew all the same.', 'CONTACT_NOT_POSSIBLE', () => caseworker.do(mutation('scheduleIcebreaker'), plan));
  await story.did('The order ends.', () => caseworker.get('mutation ($id: UUID!) { endContactRule(input: { ruleId: $id, source: COURT_ORDER }) { id } }', { id: prohibition.id }));
  await story.did('Casey plans the icebreaker again.', () => until(planning, ({ errors }) => errors.length === 0));
  putIntoCalendar(story, 'It is back in Robin’s calendar', 'second-icebreaker-again.ics', (await asRobin())?.calendarFile);
  await story.did('They meet: about the children, and to begin knowing each other.', () => caseworker.do(mutation('holdIcebreaker'), { icebreakerId, heldAt: hoursAgo(0), ...held, topics: ['ROUTINES'] }));
}
