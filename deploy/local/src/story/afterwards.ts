import { hoursAgo, hoursAhead, lastMinuteOf, mutation, until, type Cast, type Stage } from './stage.ts';
import { bothSayYes, runMatching, type Family } from './coming-together.ts';
import type { Storyteller } from './storyteller.ts';

interface Named {
  readonly id: string;
}
type Visits = { familyConnection: { familyTimePlans: { visits: { id: string; status: string }[] }[] | null } };
const visits = 'query ($id: UUID!) { familyConnection(id: $id) { familyTimePlans { visits { id status } } } }';

/** Mother and child see each other, until something says that they may not. */
export async function familyTime(story: Storyteller, { caseworker, noor }: Cast, { connectionId, childIds }: Family): Promise<string> {
  story.chapter('Family time');
  const childId = childIds[0] ?? '';
  const plan = await story.did('Casey plans family time for Noor and Ayan: twice a week, in a place where children are.', () =>
    caseworker.do<Named>(mutation('planFamilyTime'), { connectionId, childId, frequencyPerWeek: 2, minutes: 90, setting: 'NATURAL', supervision: 'UNSUPERVISED' }),
  );
  const visit = { planId: plan.id, startsAt: hoursAhead(24), minutes: 90, setting: 'NATURAL', naturalPlace: 'PLAYGROUND', place: 'Playground at the lake' };
  await story.did('Casey permits mother and child to meet.', () =>
    caseworker.do(mutation('permitContact'), { personIds: [noor.personId, childId], channels: ['IN_PERSON', 'VIDEO', 'CALL'], source: 'CASE_PLAN', from: hoursAgo(6) }),
  );
  const first = await story.did('Casey schedules the first visit.', () =>
    until(() => caseworker.ask<{ scheduleVisit: Named }>(mutation('scheduleVisit'), { input: { idempotencyKey: crypto.randomUUID(), ...visit } }), ({ errors }) => errors.length === 0),
  );
  await story.refused('Somebody schedules another at the same hour.', 'FAMILY_TIME.OVERLAPS', () => caseworker.do(mutation('scheduleVisit'), { ...visit, startsAt: hoursAhead(24.5) }));
  const held = await story.did('Noor and Ayan meet already today; Casey records it.', () =>
    caseworker.get<{ recordVisit: { status: string } }>(mutation('recordVisit', '{ status }'), { input: { visitId: first.data?.scheduleVisit.id, heldAt: hoursAgo(0), minutes: 80, attendance: 'ATTENDED' } }),
  );
  story.saw(`The visit counts as ${held.recordVisit.status.toLowerCase()}.`);
  const next = await story.did('Casey schedules the next one.', () => caseworker.do<Named>(mutation('scheduleVisit'), { ...visit, startsAt: hoursAhead(72) }));
  return next.id;
}

/** The children move; the ally stays, and the new home meets the mother anew. */
export async function move(story: Storyteller, { coordinator, caseworker, noor, dana, robin, mika }: Cast, { childIds, connectionId }: Family): Promise<string> {
  story.chapter('The children move to their aunt');
  const household = await story.did('Cora registers Robin, the children’s aunt; kin need no licence.', () =>
    coordinator.do<Named>(mutation('registerCaregiverHousehold'), { kind: 'KINSHIP_CAREGIVER', licensed: false, caregiverIds: [robin.personId] }),
  );
  await story.did('Casey places both children with Robin.', () =>
    caseworker.do(mutation('placeChildren'), { childIds, type: 'RELATIVE_FOSTER_HOME', householdId: household.id, startedAt: { at: hoursAgo(0) } }),
  );
  type Mine = { familyConnections: { nodes: { id: string; status: string; parentAlly: { mentor: { givenName: string } | null } | null; icebreakers: { status: string; window: { closesAt: string } }[] | null }[] } };
  const mine = '{ familyConnections { nodes { id status parentAlly { mentor { givenName } } icebreakers { status window { closesAt } } } } }';
  const newOne = (answer: Mine): Mine['familyConnections']['nodes'][number] | undefined => answer.familyConnections.nodes.find((node) => node.id !== connectionId && node.status === 'OPEN');
  const seen = await until(() => noor.get<Mine>(mine), (answer) => (newOne(answer)?.icebreakers?.length ?? 0) > 0 && newOne(answer)?.parentAlly !== null);
  const connection = newOne(seen);
  story.saw(`Noor sees a new connection, with Robin. Her ally is still ${connection?.parentAlly?.mentor?.givenName}.`);
  story.saw(`An icebreaker with Robin is due by ${lastMinuteOf(connection?.icebreakers?.[0]?.window.closesAt)}.`);
  const old = await dana.get<{ familyConnection: { status: string } }>('query ($id: UUID!) { familyConnection(id: $id) { status } }', { id: connectionId });
  story.saw(`Dana’s connection has ${old.familyConnection.status.toLowerCase()}.`);
  type Needs = { familyConnection: { mentorNeeds: { id: string; participantId: string; metAt: string | null }[] | null } };
  const needs = 'query ($id: UUID!) { familyConnection(id: $id) { mentorNeeds { id participantId metAt } } }';
  const open = await until(() => coordinator.get<Needs>(needs, { id: connection?.id }), (answer) => answer.familyConnection.mentorNeeds?.some((need) => need.participantId === household.id) === true);
  const proposals = await runMatching(story, coordinator);
  await bothSayYes(story, { coordinator, proposals, needs: open.familyConnection.mentorNeeds ?? [], participantId: household.id, participant: robin, mentor: mika, names: 'Robin and Mika' });
  return connection?.id ?? '';
}

/** A prohibition arrives and suspends what was planned, without saying why. */
export async function prohibition(story: Storyteller, { caseworker, noor, robin }: Cast, { childIds }: Family, connectionId: string, visitId: string): Promise<void> {
  story.chapter('A prohibition arrives');
  const began = performance.now();
  await story.did('Casey records what a court has ordered: for now no meetings of Noor and Ayan in person.', () =>
    caseworker.do(mutation('prohibitContact'), { personIds: [noor.personId, childIds[0]], channels: ['IN_PERSON'], source: 'COURT_ORDER' }),
  );
  const suspended = await until(() => robin.get<Visits>(visits, { id: connectionId }), (answer) => answer.familyConnection.familyTimePlans?.flatMap((plan) => plan.visits).find((visit) => visit.id === visitId)?.status === 'SUSPENDED');
  story.saw(`The planned visit is ${suspended.familyConnection.familyTimePlans ? 'suspended' : ''} after ${Math.round(performance.now() - began)} ms; Robin sees that it is, and not why.`);
  const may = 'query ($ids: [UUID!]!) { mayContact(personIds: $ids, channel: IN_PERSON) { possible message } }';
  const answer = await noor.get<{ mayContact: { possible: boolean; message: string } }>(may, { ids: [noor.personId, childIds[0]] });
  story.saw(`Noor asks whether she may see Ayan: ${answer.mayContact.possible ? 'yes' : 'no'}. “${answer.mayContact.message}”`);
}

/** What all of it changed, for those who may know. */
export async function outcomes(story: Storyteller, { supervisor, neighbour, state }: Stage, { coordinator }: Cast, { connectionId }: Family): Promise<void> {
  story.chapter('What it changed');
  type Milestones = { familyConnection: { outcomes: { milestones: { key: string; reachedAt: string | null; days: number | null }[] } | null } };
  const query = 'query ($id: UUID!) { familyConnection(id: $id) { outcomes { milestones { key reachedAt days } } } }';
  const reached = (answer: Milestones): string[] => (answer.familyConnection.outcomes?.milestones ?? []).filter((each) => each.reachedAt).map((each) => `${each.key.toLowerCase().replaceAll('_', ' ')} (day ${each.days})`);
  const seen = await until(() => coordinator.get<Milestones>(query, { id: connectionId }), (answer) => reached(answer).some((each) => each.startsWith('families met')));
  story.saw(`Cora sees the milestones of this connection: ${reached(seen).join(', ')}.`);
  const year = new Date().getUTCFullYear();
  const county = 'query ($from: LocalDate!, $to: LocalDate!) { countyOutcomes(from: $from, to: $to) { connectionsOpened connectionsMet comfortCallsWithinWindow visitsHeld } }';
  const counts = await supervisor.get<{ countyOutcomes: Record<string, number> }>(county, { from: `${year}-01-01`, to: `${year}-12-31` });
  story.saw(`The program supervisor sees the county’s own figures: ${Object.entries(counts.countyOutcomes).map(([key, value]) => `${key} ${value}`).join(', ')}.`);
  await story.refused('A coordinator of the neighbouring county asks for the same connection by its id.', 'NOT_FOUND', () => neighbour.get(query, { id: connectionId }));
  await story.did('The supervisor hands this county’s facts to the state: without names, under random ids, cut to the month.', () => supervisor.get('mutation { publishStateFacts }'));
  type Release = { stateRelease: { threshold: number; tables: { measure: string; total: number | null; note: string | null; counties: { total: number | null }[] }[] } };
  const release = await state.get<Release>('query ($year: Int!) { stateRelease(year: $year) { threshold tables { measure total note counties { total } } } }', { year });
  for (const table of release.stateRelease.tables) {
    const hidden = table.counties.filter((each) => each.total === null).length;
    story.saw(`The state sees ${table.measure.toLowerCase().replaceAll('_', ' ')}: ${table.total ?? `hidden, since it is fewer than ${release.stateRelease.threshold}`}${hidden > 0 ? `, and ${hidden} hidden figures of counties` : ''}.`);
  }
  const [note] = release.stateRelease.tables.flatMap((table) => table.note ?? []);
  if (note) story.saw(note);
  await story.refused('The state’s administrator asks for the people of the county.', 'NO_COUNTY', () => state.get('{ people { nodes { givenName } } }'));
}
