import { move } from './afterwards.ts';
import { childEntersCare, findMentors, type Family } from './coming-together.ts';
import { callTwice } from './first-call.ts';
import { agenda, prepare } from './first-contact.ts';
import { firstIcebreaker, icebreakerThatIsSuspended, putIntoCalendar } from './icebreakers.ts';
import { gather, hoursAgo, hoursAhead, mutation, type Cast, type Stage } from './stage.ts';
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
  await firstIcebreaker(story, cast, family);
  await findMentors(story, cast, family);
  await meetingThatMoves(story, cast, family);
  const secondConnectionId = await move(story, cast, family);
  await icebreakerThatIsSuspended(story, cast, secondConnectionId);
  await hearing(story, cast, secondConnectionId);
  await wayHome(story, cast, { ...family, connectionId: secondConnectionId });
}

async function meetingThatMoves(story: Storyteller, { alma, mika, dana }: Cast, { connectionId }: Family): Promise<void> {
  story.chapter('The Connections Meeting, which has to be moved');
  await prepare(story, { alma, mika }, connectionId);
  type Planned = { familyConnection: { connectionsMeeting: { calendarFile: string | null; printedAgenda: { pdf: string } | null } } };
  const ofMeeting = 'query ($id: UUID!) { familyConnection(id: $id) { connectionsMeeting { calendarFile printedAgenda { pdf } } } }';
  const asDana = async (): Promise<Planned['familyConnection']['connectionsMeeting']> => (await dana.get<Planned>(ofMeeting, { id: connectionId })).familyConnection.connectionsMeeting;
  const meeting = await story.did('Mika sets a date for the four of them.', () => mika.do<Named>(mutation('scheduleConnectionsMeeting'), { connectionId, scheduledFor: hoursAhead(48), place: 'Library, second floor', setting: 'COMMUNITY' }));
  putIntoCalendar(story, 'Dana puts it into her calendar', 'meeting-planned.ics', (await asDana()).calendarFile);
  await story.did('One of the children is ill. Alma moves the meeting to the day after.', () =>
    alma.get(mutation('rescheduleConnectionsMeeting'), { input: { meetingId: meeting.id, scheduledFor: hoursAhead(72), place: 'Park, east gate', setting: 'COMMUNITY' } }),
  );
  const moved = await asDana();
  putIntoCalendar(story, 'Dana’s calendar changes what it has', 'meeting-moved.ics', moved.calendarFile);
  const agendaOnPaper = Buffer.from(moved.printedAgenda?.pdf ?? '', 'base64');
  story.got(`She prints the agenda: a PDF of ${Math.round(agendaOnPaper.length / 1_024)} KiB.`, 'agenda.pdf', agendaOnPaper);
  await story.did('The children are well sooner than anybody thought, and they meet today. Alma and Mika lead through the six items.', async () => {
    for (const [index, item] of agenda.entries()) await (index % 2 === 0 ? alma : mika).do(mutation('coverAgendaItem'), { meetingId: meeting.id, ...item });
    await mika.do(mutation('holdMeeting'), { meetingId: meeting.id, heldAt: hoursAgo(0) });
  });
}
