import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb, RowNotFound, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ConnectionsMeeting } from '../connections-meetings/connections-meeting.entity.ts';
import { notPossibleAtPresent } from '../contact/not-possible.ts';
import { Icebreaker } from '../icebreakers/icebreaker.entity.ts';
import { notScheduled } from '../icebreakers/icebreaker.errors.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { requireFree } from '../scheduling/appointments.ts';
import { timeOf } from '../scheduling/meeting-length.ts';
import { MeetingSupport, SupportConfirmation } from './meeting-support.entity.ts';
import { supportNotNeeded } from './meeting-support.errors.ts';
import { mayBeThere, supportPlanners, type PlannedAppointment } from './needed-supports.ts';

@InputType()
export class ConfirmMeetingSupportInput {
  @Field(() => UUID)
  supportId!: Id<'MeetingSupport'>;

  @Field(() => UUID, { description: 'The planned Connections Meeting or icebreaker.' })
  meetingId!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Confirm it although whoever gives it is expected elsewhere at that time.' })
  despiteOverlap!: boolean;
}

/** What somebody needs will be there at this meeting. It holds for its time: a meeting that is moved, or takes longer, is to be confirmed again. */
@Injectable()
export class ConfirmMeetingSupport {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ supportId, meetingId, despiteOverlap }: ConfirmMeetingSupportInput): Promise<Id<'MeetingSupport'>> {
    return this.db.transact(async (tx) => {
      const { id, connectionId } = await getOnConnection(tx, MeetingSupport, supportId, ...supportPlanners);
      const connection = await tx.get(FamilyConnection, connectionId);
      const planned = await appointmentOn(tx, connectionId, meetingId);
      const { providedById = null, withdrawnAt } = await tx.lock(MeetingSupport, id);
      if (withdrawnAt) throw supportNotNeeded();
      if (providedById && !(await mayBeThere(tx, connection, providedById, timeOf(planned)))) throw notPossibleAtPresent();
      if (providedById) await requireFree(tx, [providedById], planned, { connectionId, despiteOverlap });
      const confirmed = { at: planned.scheduledFor, minutes: planned.minutes, providedById, confirmedBy: actingPerson(tx), confirmedAt: this.clock.now() };
      const introductoryId = planned.id as Id<'IntroductoryMeeting'>;
      const known = await tx.firstOr(SupportConfirmation, { supportId: id, meetingId: introductoryId }, () => SupportConfirmation.of(id, introductoryId, confirmed));
      known.confirm(confirmed);
      return id;
    });
  }
}

/** The meeting of that id on that connection, as it is planned. Throws `NOT_FOUND`, `MEETINGS.NOT_SCHEDULED`. */
async function appointmentOn(tx: Transaction, connectionId: Id<'FamilyConnection'>, id: string): Promise<PlannedAppointment> {
  const meeting = (await tx.first(ConnectionsMeeting, { id: id as Id<'ConnectionsMeeting'>, connectionId })) ?? (await tx.first(Icebreaker, { id: id as Id<'Icebreaker'>, connectionId }));
  if (!meeting) throw new RowNotFound('ConnectionsMeeting', id);
  const { status, scheduledFor, minutes } = meeting;
  if (status !== 'SCHEDULED' || !scheduledFor) throw notScheduled();
  return { id, scheduledFor, minutes };
}
