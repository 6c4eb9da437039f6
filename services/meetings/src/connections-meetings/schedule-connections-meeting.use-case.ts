import { Role } from '@fc/auth';
import { MeetingScheduledV1, MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { askToTell, IdempotencyKey, Instant, requireContact, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { requireFacilitator } from '../introductory-meetings/facilitators.ts';
import { MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { readinessOf } from '../preparation/readiness.ts';
import { ActiveMatch, matchesOn, type Matches } from '../projections/active-match.entity.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { requireFree } from '../scheduling/appointments.ts';
import { lengthField } from '../scheduling/meeting-length.ts';
import { AgendaItem } from './agenda-item.entity.ts';
import { ConnectionsMeeting } from './connections-meeting.entity.ts';
import { connectionClosed } from './connections-meeting.errors.ts';

@InputType()
export class ScheduleConnectionsMeetingInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => Instant)
  scheduledFor!: Temporal.Instant;

  @Field(() => Int, lengthField)
  minutes?: number | null;

  @Field(() => String)
  place!: string;

  @Field(() => MeetingSetting, { defaultValue: MeetingSetting.COMMUNITY })
  setting!: MeetingSetting;

  @Field(() => UUID, { nullable: true, description: 'Somebody of the agency who facilitates too: then the meeting counts as the icebreaker as well.' })
  facilitatorId?: Id<'Person'> | null;

  @Field(() => [UUID], { defaultValue: [], description: 'Relatives of the children who come too, at most four; each needs a permission for contact with the caregivers.' })
  relativeIds!: Id<'Person'>[];

  @Field(() => Boolean, { defaultValue: false, description: 'Plan it although somebody who must be there is expected elsewhere at that time.' })
  despiteOverlap!: boolean;
}

/** Plans the first meeting of two families, once both sides have a mentor and have prepared. */
@Injectable()
export class ScheduleConnectionsMeeting {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: ScheduleConnectionsMeetingInput): Promise<Id<'ConnectionsMeeting'>> {
    return this.db.once(input, async (tx) => {
      await requireOnConnection(tx, input.connectionId, Role.COORDINATOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR);
      const now = this.clock.now();
      const connection = await tx.get(FamilyConnection, input.connectionId);
      if (connection.closedAt) throw connectionClosed();
      const matches = await this.#heldStill(tx, await matchesOn(tx, connection));
      const readiness = await readinessOf(tx, connection.id, matches);
      const meeting = ConnectionsMeeting.schedule(input, { matches, readiness, county: tx.context.county, now });
      if (input.facilitatorId) await requireFacilitator(tx, input.facilitatorId, now);
      await requireContact(tx, meeting.contact(connection));
      await requireFree(tx, meeting.neededWith(connection), meeting, input);
      const due = await tx.first(Deadline, { connectionId: connection.id, kind: 'CONNECTIONS_MEETING' });
      if (due) meeting.goBy(due);
      tx.add(meeting, ...AgendaItem.agendaOf(meeting.id, tx.context.county, { countsAsIcebreaker: meeting.facilitatorId != null }));
      await keepDeadlines(tx, connection.id, now);
      tx.emit(MeetingScheduledV1, { meetingId: meeting.id as string as Id<'IntroductoryMeeting'>, connectionId: connection.id, kind: 'CONNECTIONS_MEETING', scheduledFor: input.scheduledFor.toString() });
      askToTell(tx, MeetingsNotificationRequestedV1, meeting.peopleWith(connection), { template: 'APPOINTMENT_PLANNED', at: meeting.scheduledFor, expiresAt: meeting.scheduledFor, contact: meeting.contact(connection) });
      return meeting.id;
    });
  }

  /** A match that ends meanwhile waits, and then finds this meeting and cancels it. */
  async #heldStill(tx: Transaction, matches: Matches): Promise<Matches> {
    const lock = async (match: ActiveMatch | null): Promise<ActiveMatch | null> => {
      const locked = match && (await tx.lock(ActiveMatch, match.id));
      return locked?.endedAt ? null : locked;
    };
    return { PARENT: await lock(matches.PARENT), HOUSEHOLD: await lock(matches.HOUSEHOLD) };
  }
}
