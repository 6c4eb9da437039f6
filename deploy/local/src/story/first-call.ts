import { hoursAgo, mutation, oncePermitted, until, type Cast } from './stage.ts';
import type { Family } from './coming-together.ts';
import type { Storyteller } from './storyteller.ts';

/** The first call comes too early for the mother; the second is made when she has said that it may be. */
export async function callTwice(story: Storyteller, { coordinator, caseworker, noor, dana }: Cast, { connectionId }: Family): Promise<void> {
  story.chapter('The comfort call: not yet, and then yes');
  type Calls = { familyConnection: { comfortCalls: { id: string }[] | null } };
  const calls = 'query ($id: UUID!) { familyConnection(id: $id) { comfortCalls { id } } }';
  const { familyConnection } = await until(() => dana.get<Calls>(calls, { id: connectionId }), (answer) => (answer.familyConnection.comfortCalls?.length ?? 0) > 0);
  const comfortCallId = familyConnection.comfortCalls?.[0]?.id;
  await story.did('Casey permits contact, and all four say that they are for the call.', async () => {
    await caseworker.do(mutation('permitContact'), { personIds: [noor.personId, dana.personId], channels: ['CALL', 'IN_PERSON', 'MESSAGE'], source: 'CASE_PLAN', from: hoursAgo(6) });
    const buyIn = mutation('recordBuyIn');
    for (const [who, by] of [[coordinator, 'AGENCY'], [caseworker, 'CASEWORKER'], [noor, 'PARENT'], [dana, 'CAREGIVER']] as const) await who.do(buyIn, { comfortCallId, by });
  });
  const record = mutation('recordComfortCallAttempt');
  const attempt = (outcome: string): object => ({ comfortCallId, outcome, at: hoursAgo(0) });
  await story.did('Dana calls. Noor cannot talk yet, and Dana leaves it there.', () => oncePermitted(() => dana.do(record, attempt('NOT_READY'))));
  await story.refused('Dana would like to try again in the evening.', 'MEETINGS.NO_CALL_WITHOUT_AGREEMENT', () => dana.do(record, attempt('SPOKE')));
  await story.did('Noor says that Dana may call again.', () => noor.get('mutation ($id: UUID!) { agreeToAnotherCall(comfortCallId: $id) { status } }', { id: comfortCallId }));
  await story.did('Dana calls, and they talk: who she is, how the children are, what helps them sleep.', () => dana.do(record, attempt('SPOKE')));
}
