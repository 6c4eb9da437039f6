import type { Reader } from '@fc/tenancy';
import { ComfortCallAttempt } from '../comfort-calls/comfort-call-attempt.entity.ts';
import { ComfortCall } from '../comfort-calls/comfort-call.entity.ts';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { Icebreaker, isOfReturnHome } from '../icebreakers/icebreaker.entity.ts';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import type { FamilyConnection } from '../projections/family-connection.entity.ts';
import { TransitionPlan } from '../transition-plans/transition-plan.entity.ts';
import { GuidePhase, type FirstContact } from './guide-prompt.ts';

/** How far the two families have come, as far as suggestions need to know: the phase, which is the way home from the day on which somebody plans it, the first contact that is still to come, and whether the parent was not ready for it. */
export async function whereTheyAre(reader: Reader, { id: connectionId, closedAt }: Pick<FamilyConnection, 'id' | 'closedAt'>): Promise<{ phase: GuidePhase; ahead: FirstContact | null; declined: boolean }> {
  const calls = await reader.rows(ComfortCall, { connectionId });
  const icebreakers = await reader.rows(Icebreaker, { connectionId });
  const open = calls.filter(({ status }) => status === 'OPEN');
  const attempts = open.length > 0 ? await reader.rows(ComfortCallAttempt, { comfortCallId: { $in: open.map(({ id }) => id) } }, { orderBy: { at: 'asc' } }) : [];
  const haveMet = icebreakers.some(({ status }) => status === 'HELD') || (await reader.count(ConnectionsMeeting, { connectionId, status: 'HELD' })) > 0;
  const stays = new Set((await reader.rows(ConnectionChild, { connectionId })).map(({ placementId }) => placementId));
  const goesHome = icebreakers.some((icebreaker) => isOfReturnHome(icebreaker) || !stays.has(icebreaker.placementId)); // made for the way home, or for a stay at home beside the placement
  const isPrepared = (await reader.count(TransitionPlan, { connectionId, status: { $in: ['PREPARING', 'READY'] } })) > 0;
  const phase = closedAt ? GuidePhase.AFTER : goesHome || isPrepared ? GuidePhase.REUNIFY : haveMet ? GuidePhase.SUPPORT : GuidePhase.BUILD;
  return { phase, ahead: haveMet ? null : open.length > 0 ? 'COMFORT_CALL' : 'ICEBREAKER', declined: attempts.at(-1)?.outcome === 'NOT_READY' };
}
