import { Role } from '@fc/auth';
import { MeetingScheduledV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, requireContact, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { requireFacilitator } from '../introductory-meetings/facilitators.ts';
import { channelOf, MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { requireFree } from '../scheduling/appointments.ts';
import { Icebreaker } from './icebreaker.entity.ts';
import { tellOfAppointment, tellThatItIsOff } from './tell-of-icebreaker.ts';

@InputType()
export class ScheduleIcebreakerInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  icebreakerId!: Id<'Icebreaker'>;

  @Field(() => Instant, { description: 'From now on, the day of the placement included: early is never wrong.' })
  scheduledFor!: Temporal.Instant;

  @Field(() => String)
  place!: string;

  @Field(() => MeetingSetting, { defaultValue: MeetingSetting.AGENCY })
  setting!: MeetingSetting;

  @Field(() => UUID, { description: 'Somebody of the agency.' })
  facilitatorId!: Id<'Person'>;

  @Field(() => Boolean, { defaultValue: false, description: 'Plan it although somebody who must be there is expected elsewhere at that time.' })
  despiteOverlap!: boolean;
}

/** Gives an icebreaker a time, a place and somebody who facilitates it; again, to move it. */
@Injectable()
export class ScheduleIcebreaker {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: ScheduleIcebreakerInput): Promise<Id<'Icebreaker'>> {
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const { id, connectionId } = await getOnConnection(tx, Icebreaker, input.icebreakerId, Role.CASEWORKER, Role.COORDINATOR);
      const connection = await tx.get(FamilyConnection, connectionId);
      await requireFacilitator(tx, input.facilitatorId, now);
      await requireContact(tx, connection.contact(channelOf(input.setting), input.scheduledFor, [input.facilitatorId]));
      const icebreaker = await tx.lock(Icebreaker, id);
      const { status, scheduledFor, facilitatorId } = icebreaker;
      icebreaker.schedule(input, now);
      await requireFree(tx, icebreaker.peopleWith(connection), input.scheduledFor, { connectionId, despiteOverlap: input.despiteOverlap });
      tellOfAppointment(tx, icebreaker, connection);
      if (status === 'SCHEDULED' && facilitatorId && facilitatorId !== input.facilitatorId) tellThatItIsOff(tx, { scheduledFor }, [facilitatorId]);
      await keepDeadlines(tx, connectionId, now);
      tx.emit(MeetingScheduledV1, { meetingId: id as string as Id<'IntroductoryMeeting'>, connectionId, kind: 'ICEBREAKER', scheduledFor: input.scheduledFor.toString() });
      return id;
    });
  }
}
