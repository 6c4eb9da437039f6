import { hoursAgo, hoursAhead, lastMinuteOf, mutation, oncePermitted, until, type Cast } from './stage.ts';
import type { Family } from './coming-together.ts';
import type { Storyteller } from './storyteller.ts';

interface Named {
  readonly id: string;
}

/** The call of the first day. */
export async function comfortCall(story: Storyteller, { coordinator, caseworker, noor, dana }: Cast, { connectionId }: Family): Promise<void> {
  story.chapter('The comfort call, within 24 hours');
  type Calls = { familyConnection: { comfortCalls: { id: string; window: { closesAt: string } }[] | null } };
  const calls = 'query ($id: UUID!) { familyConnection(id: $id) { comfortCalls { id window { closesAt } } } }';
  const { familyConnection } = await until(() => dana.get<Calls>(calls, { id: connectionId }), (answer) => (answer.familyConnection.comfortCalls?.length ?? 0) > 0);
  const [call] = familyConnection.comfortCalls ?? [];
  story.saw(`Dana’s list says: a call to the children’s mother belongs here by ${lastMinuteOf(call?.window.closesAt)}.`);
  const attempt = { comfortCallId: call?.id, outcome: 'SPOKE', at: hoursAgo(1) };
  const record = mutation('recordComfortCallAttempt');
  await story.refused('Dana wants to call at once. Nobody has forbidden contact, and nobody has permitted it yet.', 'CONTACT_NOT_POSSIBLE', () => dana.do(record, attempt));
  await story.did('Casey permits contact between Noor and Dana, as the case plan allows.', () =>
    caseworker.do(mutation('permitContact'), { personIds: [noor.personId, dana.personId], channels: ['CALL', 'IN_PERSON', 'MESSAGE'], source: 'CASE_PLAN', from: hoursAgo(6) }),
  );
  const phone = 'query ($id: UUID!) { familyConnection(id: $id) { parent { phone } } }';
  type Phone = { familyConnection: { parent: { phone: string | null } } };
  story.saw(`Dana asks for Noor’s number and sees: ${(await dana.get<Phone>(phone, { id: connectionId })).familyConnection.parent.phone ?? 'nothing'}.`);
  await story.did('Casey has asked Noor, who agrees that Dana gets her number.', () =>
    caseworker.do(mutation('recordConsent'), { personId: noor.personId, recipientPersonId: dana.personId, item: 'PHONE', givenHow: 'SPOKEN' }),
  );
  story.saw(`Now Dana sees: ${(await dana.get<Phone>(phone, { id: connectionId })).familyConnection.parent.phone ?? 'nothing'}.`);
  await story.refused('Dana calls before everybody has said that they are for it.', 'MEETINGS.BUY_IN_MISSING', () => oncePermitted(() => dana.do(record, attempt)));
  await story.did('The agency, the caseworker, Noor and Dana each say that they are for it.', async () => {
    const say = (by: string): object => ({ comfortCallId: call?.id, by });
    const buyIn = mutation('recordBuyIn');
    await coordinator.do(buyIn, say('AGENCY'));
    await caseworker.do(buyIn, say('CASEWORKER'));
    await noor.do(buyIn, say('PARENT'));
    await dana.do(buyIn, say('CAREGIVER'));
  });
  await story.did('Dana calls: she says who she is, how the children are, and asks what helps them sleep.', () => dana.do(record, attempt));
}

export const agenda: readonly { key: string; note?: string; entries?: object[]; plan?: object }[] = [
  { key: 'INTRODUCTIONS' },
  { key: 'CHILD_UPDATE', note: 'Sami laughed at breakfast.' },
  { key: 'ROUTINE', entries: [{ field: 'SLEEP', text: 'Bath, then the blue blanket, then one song.', consent: 'THIS_HOME' }] },
  { key: 'LIKES_AND_DISLIKES', entries: [{ field: 'SONG', text: 'Hobeeyo, hobeeyo', consent: 'THIS_HOME' }] },
  { key: 'TRADITIONS_AND_CULTURE', entries: [{ field: 'FAITH', text: 'Friday prayers with grandmother.', consent: 'THIS_HOME' }] },
  { key: 'COMMUNICATION_PLAN', plan: { what: 'How the day was, and photos', how: 'Text messages', howOften: 'Every evening' } },
];

/** Each side with its own mentor. */
export const prepare = (story: Storyteller, { alma, mika }: Pick<Cast, 'alma' | 'mika'>, connectionId: string): Promise<void> =>
  story.did('Alma prepares with Noor, Mika with Dana, each by themselves.', async () => {
    await alma.do(mutation('recordPreparation'), { connectionId, heldAt: hoursAgo(0), topics: ['What I want Dana to know'], note: 'She is afraid that they forget her.' });
    await mika.do(mutation('recordPreparation'), { connectionId, heldAt: hoursAgo(0), topics: ['How to begin'], note: 'Dana worries about saying the wrong thing.' });
  });

/** Both sides prepare; the two mentors lead the meeting. */
export async function meet(story: Storyteller, { noor, alma, dana, mika }: Cast, { connectionId, childIds }: Family): Promise<void> {
  story.chapter('Preparing, and the Connections Meeting');
  const when = { connectionId, scheduledFor: hoursAhead(48), place: 'Family resource center' };
  await story.refused('Mika wants to set a date before anybody has prepared.', 'MEETINGS.NOT_PREPARED', () => mika.do(mutation('scheduleConnectionsMeeting'), when));
  await prepare(story, { alma, mika }, connectionId);
  const notes = 'query ($id: UUID!) { familyConnection(id: $id) { preparations { side note } } }';
  type Notes = { familyConnection: { preparations: { side: string; note: string | null }[] | null } };
  const asDana = (await dana.get<Notes>(notes, { id: connectionId })).familyConnection.preparations ?? [];
  story.saw(`Of Noor’s preparation Dana sees: ${asDana.find((each) => each.side === 'PARENT')?.note ?? 'nothing; what is said to a mentor stays with the pair'}.`);
  await story.refused('Mika sets a date that has passed.', 'DATE_IN_PAST', () => mika.do(mutation('scheduleConnectionsMeeting'), { ...when, scheduledFor: hoursAgo(2) }));
  const meeting = await story.did('Mika sets a date for the four of them.', () => mika.do<Named>(mutation('scheduleConnectionsMeeting'), when));
  await story.refused('Dana starts to go through the agenda herself.', 'MEETINGS.NOT_A_LEAD', () => dana.do(mutation('coverAgendaItem'), { meetingId: meeting.id, ...agenda[0] }));
  await story.refused('Alma closes the meeting before they have talked about everything.', 'MEETINGS.AGENDA_OPEN', () => alma.do(mutation('holdMeeting'), { meetingId: meeting.id, heldAt: hoursAgo(0) }));
  await story.did('Alma and Mika lead through the six items, from introductions to how the families stay in touch.', async () => {
    for (const [index, item] of agenda.entries()) await (index % 2 === 0 ? alma : mika).do(mutation('coverAgendaItem'), { meetingId: meeting.id, ...item });
  });
  await story.did('Mika notes that the meeting has taken place.', () => mika.do(mutation('holdMeeting'), { meetingId: meeting.id, heldAt: hoursAgo(0) }));
  await story.refused('Alma notes it once more.', 'MEETINGS.ALREADY_HELD', () => alma.do(mutation('holdMeeting'), { meetingId: meeting.id, heldAt: hoursAgo(0) }));
  const after = 'query ($id: UUID!, $child: UUID!) { familyConnection(id: $id) { step communicationPlan { how howOften } followUps { dueAt } } child(id: $child) { profile { field text } } }';
  type After = { familyConnection: { communicationPlan: { how: string; howOften: string } | null; followUps: object[] | null }; child: { profile: { field: string; text: string }[] | null } };
  const seen = await until(() => dana.get<After>(after, { id: connectionId, child: childIds[0] }), (answer) => (answer.familyConnection.followUps?.length ?? 0) >= 1);
  story.saw(`Dana reads the same evening: ${(seen.child.profile ?? []).map((entry) => `${entry.field.toLowerCase()}: ${entry.text}`).join(' ')}`);
  story.saw(`They stay in touch by ${seen.familyConnection.communicationPlan?.how.toLowerCase()}, ${seen.familyConnection.communicationPlan?.howOften.toLowerCase()}.`);
  const asNoor = await until(() => noor.get<{ familyConnection: { step: string } }>('query ($id: UUID!) { familyConnection(id: $id) { step } }', { id: connectionId }), (answer) => ['MET', 'SUPPORTED'].includes(answer.familyConnection.step));
  story.saw(`Noor’s connection stands at ${asNoor.familyConnection.step}; Alma and Mika each have a follow-up talk on their list.`);
  type FollowUps = { familyConnection: { followUps: { id: string; side: string; heldAt: string | null; dueAt: string }[] | null } };
  const followUps = 'query ($id: UUID!) { familyConnection(id: $id) { followUps { id side heldAt dueAt } } }';
  const ofAlma = (await alma.get<FollowUps>(followUps, { id: connectionId })).familyConnection.followUps?.find((each) => each.side === 'PARENT' && !each.heldAt);
  await story.did('Alma and Noor talk it over the same evening; the next talk is put on the list.', () =>
    alma.do(mutation('recordFollowUp'), { followUpId: ofAlma?.id, heldAt: hoursAgo(0), note: 'She slept for the first time.' }),
  );
}
