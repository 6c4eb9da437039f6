import { hoursAgo, hoursAhead, mutation, oncePermitted, until, type Cast } from './stage.ts';
import type { Family } from './coming-together.ts';
import type { Storyteller } from './storyteller.ts';

interface Named {
  readonly id: string;
}

/** A review of the case, with what both families say together. */
export async function hearing(story: Storyteller, { caseworker, noor, robin }: Cast, connectionId: string): Promise<void> {
  story.chapter('The court looks at the case');
  const { id: hearingId } = await story.did('Casey enters the hearing.', () => caseworker.do<Named>(mutation('planReviewHearing'), { connectionId, kind: 'COURT', scheduledFor: hoursAhead(48), place: 'Room 3' }));
  await story.did('Noor ticks on her own list that she will tell how far she has come.', () => noor.get(mutation('tickHearingTask'), { input: { hearingId, key: 'OWN_PROGRESS' } }));
  const statement = await story.did('Noor writes what both wish for.', () => oncePermitted(() => noor.do<Named>(mutation('writeSharedStatement'), { connectionId, text: 'We both wish for longer visits.' })));
  const bring = { input: { hearingId, statementId: statement.id } };
  await story.refused('She brings it before Robin has read it.', 'MEETINGS.NOT_APPROVED', () => noor.get(mutation('bringStatement'), bring));
  await story.did('Robin reads and approves it, and the court gets it from both.', async () => {
    await robin.get(mutation('approveSharedStatement'), { input: { statementId: statement.id, wording: 1 } });
    await robin.get(mutation('bringStatement'), bring);
  });
  await story.did('The hearing takes place sooner. Casey keeps what was found, and what came of it: a place in treatment.', async () => {
    await caseworker.get(mutation('holdReviewHearing'), { input: { hearingId, heldAt: hoursAgo(0) } });
    const found = await caseworker.do<{ findings: Named[] }>(mutation('recordHearingFinding', '{ findings { id } }'), { hearingId, kind: 'FINDING', text: 'The mother waits for a place in treatment.' });
    await caseworker.get(mutation('recordFindingOutcome'), { input: { findingId: found.findings[0]?.id, outcome: 'SERVICE_BEGUN', note: 'From Monday on.' } });
  });
}

/** Home again: the child is told and asked first, and both families know how they go on. */
export async function wayHome(story: Storyteller, { caseworker, noor, robin }: Cast, { connectionId, childIds }: Family): Promise<void> {
  story.chapter('Ayan goes home');
  const [childId] = childIds;
  type Plan = Named & { status: string; steps: { step: string }[] };
  const plan = await story.did('Casey begins a plan for the way home.', () => caseworker.do<Plan>(mutation('beginTransitionPlan', '{ id status steps { step } }'), { connectionId, childId, goal: 'RETURN_HOME' }));
  const transitionPlanId = plan.id;
  const ready = { input: { transitionPlanId } };
  await story.refused('She calls it ready although nobody has told the child.', 'MEETINGS.CHILD_NOT_PREPARED', () => caseworker.get(mutation('callTransitionReady'), ready));
  await story.did(`Noor and Robin go through the ${plan.steps.length} steps with Ayan, one after the other.`, async () => {
    for (const [index, { step }] of plan.steps.entries()) await (index % 2 === 0 ? noor : robin).get(mutation('settleTransitionStep'), { input: { transitionPlanId, step, state: 'DONE' } });
  });
  await story.refused('Nobody has talked about what comes afterwards.', 'MEETINGS.CONTACT_AFTER_OPEN', () => caseworker.get(mutation('callTransitionReady'), ready));
  await story.did('They do, at one table: Robin stays in Ayan’s life, with a call each Sunday.', () =>
    caseworker.get(mutation('recordContactTalk'), { input: { transitionPlanId, talkedAt: hoursAgo(0), how: 'TOGETHER', text: 'A call each Sunday.' } }),
  );
  await story.did('The plan is ready, and Ayan sleeps at home again on trial.', async () => {
    await caseworker.get(mutation('callTransitionReady'), ready);
    await caseworker.do(mutation('placeChildren'), { childIds: [childId], type: 'TRIAL_HOME_VISIT', startedAt: { at: hoursAgo(0) } });
  });
  type Icebreakers = { familyConnection: { icebreakers: { childId: string; status: string }[] | null } };
  const icebreakers = 'query ($id: UUID!) { familyConnection(id: $id) { icebreakers { childId status } } }';
  await until(() => caseworker.get<Icebreakers>(icebreakers, { id: connectionId }), (answer) => answer.familyConnection.icebreakers?.some((each) => each.childId === childId && each.status === 'OPEN') === true);
  story.saw('The way home is a change of placement too: an icebreaker at home is on Casey’s list.');
  await story.did('Some days later the court ends foster care for him: he is home.', async () => {
    await caseworker.get(mutation('endTransitionPlan'), { input: { transitionPlanId, as: 'DONE' } });
    await caseworker.get(mutation('exitFosterCare'), { input: { childIds: [childId], reason: 'REUNIFICATION', exitedAt: hoursAgo(0) } });
  });
}
