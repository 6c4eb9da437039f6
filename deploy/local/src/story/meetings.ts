import { move } from './afterwards.ts';
import { childEntersCare, findMentors, type Family } from './coming-together.ts';
import { callTwice } from './first-call.ts';
import { agenda, prepare } from './first-contact.ts';
import { gather, hoursAgo, hoursAhead, mutation, until, type Cast, type Stage } from './stage.ts';
import type { Storyteller } from './storyteller.ts';
import { hearing, wayHome } from './way-home.ts';

interface Named {
  readonly id: string;
}

/** All that brings two families to one table, from the removal to the way home, with what goes wrong on the way. */
export async function tellMeetings(story: Storyteller, stage: Stage): Promise<void> {
  const cast = await gather(stage);
  const family = await childEntersCare(story, cast);
  await callTwice(story, cast, family);
  await findMentors(story, cast, family);
  await meetingThatMoves(story, cast, family);
  const secondConnectionId = await move(story, cast, family);
  await icebreakerThatIsSuspended(story, cast, secondConnectionId);
  await hearing(story, cast, secondConnectionId);
  await wayHome(story, cast, { ...family, connectionId: secondConnectionId });
}

/** What a calendar is told of the meeting: the same event each time, under a number that rises. */
const eventIn = (file: string | null | undefined): string => {
  const [uid, sequence, location] = ['UID', 'SEQUENCE', 'LOCATION'].map((name) => new RegExp(`^${name}:(.*)$`, 'm').exec(file ?? '')?.[1]?.trim());
  return `event ${uid?.slice(-6)}, change ${sequence}, ${location ?? 'the place only after signing in'}`;
};

async function meetingThatMoves(story: Storyteller, { alma, mika, dana }: Cast, { connectionId }: Family): Promise<void> {
  story.chapter('The Connections Meeting, which has to be moved');
  await prepare(story, { alma, mika }, connectionId);
  type Planned = { familyConnection: { connectionsMeeting: { calendarFile: string | null; printedAgenda: { pdf: string } | null } } };
  const ofMeeting = 'query ($id: UUID!) { familyConnection(id: $id) { connectionsMeeting { calendarFile printedAgenda { pdf } } } }';
  const asDana = async (): Promise<Planned['familyConnection']['connectionsMeeting']> => (await dana.get<Planned>(ofMeeting, { id: connectionId })).familyConnection.connectionsMeeting;
  const meeting = await story.did('Mika sets a date for the four of them.', () => mika.do<Named>(mutation('scheduleConnectionsMeeting'), { connectionId, scheduledFor: hoursAhead(48), place: 'Library, second floor', setting: 'COMMUNITY' }));
  story.saw(`Dana puts it into her calendar: ${eventIn((await asDana()).calendarFile)}.`);
  await story.did('One of the children is ill. Alma moves the meeting to the day after.', () =>
    alma.get(mutation('rescheduleConnectionsMeeting'), { input: { meetingId: meeting.id, scheduledFor: hoursAhead(72), place: 'Park, east gate', setting: 'COMMUNITY' } }),
  );
  const moved = await asDana();
  story.saw(`Dana’s calendar changes what it has: ${eventIn(moved.calendarFile)}.`);
  story.saw(`She prints the agenda: a PDF of ${Math.round(((moved.printedAgenda?.pdf.length ?? 0) * 3) / 4_096)} KiB.`);
  await story.did('The children are well sooner than anybody thought, and they meet today. Alma and Mika lead through the six items.', async () => {
    for (const [index, item] of agenda.entries()) await (index % 2 === 0 ? alma : mika).do(mutation('coverAgendaItem'), { meetingId: meeting.id, ...item });
    await mika.do(mutation('holdMeeting'), { meetingId: meeting.id, heldAt: hoursAgo(0) });
  });
}

type Icebreakers = { familyConnection: { icebreakers: { id: string; status: string; notice: string | null }[] | null } };
const icebreakers = 'query ($id: UUID!) { familyConnection(id: $id) { icebreakers { id status notice } } }';

/** The new home has an icebreaker of its own; a prohibition suspends it, and a new plan brings it back. */
async function icebreakerThatIsSuspended(story: Storyteller, { caseworker, noor, robin }: Cast, connectionId: string): Promise<void> {
  story.chapter('A second icebreaker, in the new home');
  const pair = [noor.personId, robin.personId];
  await story.did('Casey permits Noor and Robin to meet.', () => caseworker.do(mutation('permitContact'), { personIds: pair, channels: ['IN_PERSON', 'CALL', 'MESSAGE'], source: 'CASE_PLAN', from: hoursAgo(6) }));
  const open = await until(() => caseworker.get<Icebreakers>(icebreakers, { id: connectionId }), (answer) => (answer.familyConnection.icebreakers?.length ?? 0) > 0);
  const icebreakerId = open.familyConnection.icebreakers?.[0]?.id;
  const plan = { icebreakerId, scheduledFor: hoursAhead(30), place: 'Field office', facilitatorId: caseworker.personId };
  const planning = (): Promise<{ errors: readonly object[] }> => caseworker.ask(mutation('scheduleIcebreaker'), { input: { idempotencyKey: crypto.randomUUID(), ...plan } });
  await story.did('Casey plans the icebreaker of Noor and Robin, and will be there.', () => until(planning, ({ errors }) => errors.length === 0));
  const prohibition = await story.did('A court forbids the two to meet for now.', () => caseworker.do<Named>(mutation('prohibitContact'), { personIds: pair, channels: ['IN_PERSON'], source: 'COURT_ORDER' }));
  const off = await until(() => robin.get<Icebreakers>(icebreakers, { id: connectionId }), (answer) => answer.familyConnection.icebreakers?.[0]?.status === 'SUSPENDED');
  story.saw(`Robin sees: “${off.familyConnection.icebreakers?.[0]?.notice}”`);
  await story.refused('Casey plans it anew all the same.', 'CONTACT_NOT_POSSIBLE', () => caseworker.do(mutation('scheduleIcebreaker'), plan));
  await story.did('The order ends.', () => caseworker.get('mutation ($id: UUID!) { endContactRule(input: { ruleId: $id, source: COURT_ORDER }) { id } }', { id: prohibition.id }));
  await story.did('Casey plans the icebreaker again.', () => until(planning, ({ errors }) => errors.length === 0));
  await story.did('They meet: about the children, and to begin knowing each other.', () =>
    caseworker.do(mutation('holdIcebreaker'), { icebreakerId, heldAt: hoursAgo(0), purposes: ['SHARE_CHILD_INFORMATION', 'START_RELATIONSHIP'], topics: ['ROUTINES'] }),
  );
}
