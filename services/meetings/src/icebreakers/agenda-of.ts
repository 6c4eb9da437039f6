import type { Transaction } from '@fc/tenancy';
import { AgendaItem } from '../connections-meetings/agenda-item.entity.ts';
import type { Icebreaker } from './icebreaker.entity.ts';

/** The agenda of an icebreaker that is locked: as it was when it was planned, or else as the county has it now. */
export async function agendaOfIcebreaker(tx: Transaction, { id: meetingId }: Icebreaker): Promise<AgendaItem[]> {
  const known = await tx.find(AgendaItem, { meetingId }, { orderBy: { order: 'asc' } });
  if (known.length > 0) return known;
  const agenda = AgendaItem.agendaOfIcebreaker(meetingId, tx.context.county);
  tx.add(...agenda);
  return agenda;
}
