import { Clock, Temporal, type Id } from '@fc/domain-kernel';
import { onVisibleConnections } from '@fc/subgraph';
import { CountyDb, type Reader, type Row } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { ComfortCall } from '../comfort-calls/comfort-call.entity.ts';
import { FollowUpSession } from '../follow-ups/follow-up-session.entity.ts';
import { Icebreaker } from '../icebreakers/icebreaker.entity.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { DeadlineKind } from './deadline-kind.ts';
import { DeadlineView } from './deadline.view.ts';

/** How many deadlines of a kind are shown: the most urgent ones. */
const most = 100;

/** What is still to be done on the connections of whoever asks; a mentor's own talks besides. What is suspended or closed is due no more. */
@Injectable()
export class MyDeadlines {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  soonestFirst(): Promise<DeadlineView[]> {
    const now = this.clock.now();
    return this.db.read(async (reader) => {
      const mine = await onVisibleConnections(reader);
      const urgent = { orderBy: { closesAt: 'asc' as const }, limit: most };
      const calls = await reader.rows(ComfortCall, { ...mine, status: 'OPEN' }, urgent);
      const icebreakers = await withoutClosed(reader, await reader.rows(Icebreaker, { ...mine, status: { $in: ['OPEN', 'SCHEDULED'] } }, urgent));
      const talks = await reader.rows(FollowUpSession, { ...mine, mentorId: actingPerson(reader), heldAt: null, closedAt: null }, { orderBy: { dueAt: 'asc' }, limit: most });
      const view = (kind: DeadlineKind, due: { id: string; connectionId: Id<'FamilyConnection'> }, dueAt: Temporal.Instant): DeadlineView =>
        DeadlineView.of({ id: due.id, kind, connectionId: due.connectionId, dueAt, missed: Temporal.Instant.compare(now, dueAt) >= 0 });
      return [
        ...calls.map((call) => view(DeadlineKind.COMFORT_CALL, call, call.closesAt)),
        ...icebreakers.map((icebreaker) => view(DeadlineKind.ICEBREAKER, icebreaker, icebreaker.closesAt)),
        ...talks.map((talk) => view(DeadlineKind.FOLLOW_UP, talk, talk.dueAt)),
      ].sort((one, other) => Temporal.Instant.compare(one.dueAt, other.dueAt));
    });
  }
}

/** After the case two families may meet once more, and nothing is due. */
async function withoutClosed(reader: Reader, icebreakers: readonly Row<Icebreaker>[]): Promise<Row<Icebreaker>[]> {
  const open = await reader.rows(FamilyConnection, { id: { $in: icebreakers.map(({ connectionId }) => connectionId) }, closedAt: null });
  return icebreakers.filter(({ connectionId }) => open.some(({ id }) => id === connectionId));
}
