import { Role } from '@fc/auth';
import { Clock, DomainError, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb, RowNotFound, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ComfortCall } from '../comfort-calls/comfort-call.entity.ts';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { amongThemselves } from '../deadlines/deadline-kind.ts';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { Icebreaker } from '../icebreakers/icebreaker.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { explainIfLate, isLate, MissReason } from '../windows/due-window.ts';
import { sayMissed } from '../windows/say-missed.ts';

@InputType()
export class RecordMissReasonInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID, { description: 'The comfort call, icebreaker or talk whose time is up, or its item of a work list.' })
  windowId!: string;

  @Field(() => MissReason)
  reason!: MissReason;
}

const notMissed = (): DomainError => new DomainError('MEETINGS.NOT_MISSED', 'This has not been missed.');

/** Says why something did not take place in its time, whether it will still take place or not. */
@Injectable()
export class RecordMissReason {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordMissReasonInput): Promise<Id<'Window'>> {
    const { windowId, reason } = input;
    return this.db.once(input, async (tx) => {
      const deadline = await this.#deadlineOf(tx, windowId);
      const wasClosedInTime = deadline.status === 'CLOSED' && deadline.reached !== 'MISSED';
      if (deadline.status === 'MET' || wasClosedInTime || amongThemselves.includes(deadline.kind) || !isLate(deadline, this.clock.now())) throw notMissed();
      await this.#explain(tx, deadline, reason, this.clock.now());
      return windowId as Id<'Window'>;
    });
  }

  /** Throws `NOT_FOUND`, and `FORBIDDEN` for whoever is on the connection but has no part in this. */
  async #deadlineOf(tx: Transaction, id: string): Promise<Deadline> {
    const [known] = await tx.find(Deadline, { $or: [{ id: id as Id<'Deadline'> }, { subjectId: id as Id<'Subject'>, kind: { $in: ['COMFORT_CALL', 'ICEBREAKER', 'FOLLOW_UP'] } }] }, { limit: 1 });
    if (!known || known.kind === 'FAMILY_DECISION') throw new RowNotFound('Deadline', id); // a family meeting is for those who are in it
    const others = known.side || known.kind === 'TRANSITION_PLAN' ? [] : [Role.CAREGIVER, Role.CASEWORKER];
    return getOnConnection(tx, Deadline, known.id, ...known.doers, ...others, Role.COORDINATOR);
  }

  /** What has a place of its own for its reason keeps it there, and others learn of it; everything else has it with its deadline. */
  async #explain(tx: Transaction, deadline: Deadline, reason: MissReason, now: Temporal.Instant): Promise<void> {
    const { kind, connectionId } = deadline;
    if (kind !== 'COMFORT_CALL' && kind !== 'ICEBREAKER' && kind !== 'CONNECTIONS_MEETING') return void deadline.explain(now, reason);
    const own = await ownerOf(tx, deadline);
    if (explainIfLate(own, now, reason)) sayMissed(tx, kind, own);
    await keepDeadlines(tx, connectionId, now);
  }
}

async function ownerOf(tx: Transaction, deadline: Deadline): Promise<ComfortCall | Icebreaker | ConnectionsMeeting | Deadline> {
  const { kind, subjectId, connectionId } = deadline;
  if (kind === 'COMFORT_CALL') return tx.lock(ComfortCall, subjectId);
  if (kind === 'ICEBREAKER') return tx.lock(Icebreaker, subjectId);
  return (await tx.first(ConnectionsMeeting, { connectionId, status: 'SCHEDULED' })) ?? deadline;
}
