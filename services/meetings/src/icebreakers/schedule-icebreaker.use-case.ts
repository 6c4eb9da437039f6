import { Role } from '@fc/auth';
import { MeetingScheduledV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, requireContact, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { requireFacilitator } from '../introductory-meetings/facilitators.ts';
import { MeetingKind, usualMinutes } from '../introductory-meetings/meeting-kind.ts';
import { MeetingSetting } from '../introductory-meetings/meeting-setting.ts';
import { requireFewRelatives } from '../introductory-meetings/relatives.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { requireFree } from '../scheduling/appointments.ts';
import { requireLength } from '../scheduling/meeting-length.ts';
import { agendaOfIcebreaker } from './agenda-of.ts';
import { contactOf, Icebreaker } from './icebreaker.entity.ts';
import { tellOfAppointment, tellThatItIsOff } from './tell-of-icebreaker.ts';

@InputType()
export class ScheduleIcebreakerInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  icebreakerId!: Id<'Icebreaker'>;

  @Field(() => Instant, { description: 'From now on, the day of the placement included: early is never wrong.' })
  scheduledFor!: Temporal.Instant;

  @Field(() => Int, { nullable: true, description: 'How long it takes, in minutes, from 15 to 480. Left out: as long as before where it is planned already, or as icebreakers usually take in the county.' })
  minutes?: number | null;

  @Field(() => String)
  place!: string;

  @Field(() => MeetingSetting, { defaultValue: MeetingSetting.AGENCY })
  setting!: MeetingSetting;

  @Field(() => UUID, { description: 'Somebody of the agency.' })
  facilitatorId!: Id<'Person'>;

  @Field(() => [UUID], { nullable: true, description: 'Relatives of the children who come too, at most four; each needs a permission for contact with the caregivers. Left out: as before where it is planned already, or nobody.' })
  relativeIds?: Id<'Person'>[] | null;

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
      const known = await getOnConnection(tx, Icebreaker, input.icebreakerId, Role.CASEWORKER, Role.COORDINATOR);
      const { id, connectionId } = known;
      const connection = await tx.get(FamilyConnection, connectionId);
      await requireFacilitator(tx, input.facilitatorId, now);
      const before = known.status === 'SCHEDULED' ? known : null;
      const relativeIds = requireFewRelatives(input.relativeIds ?? before?.relativeIds ?? []);
      const minutes = requireLength(input.minutes, before?.minutes ?? usualMinutes(MeetingKind.ICEBREAKER, tx.context.county));
      const plan = { ...input, relativeIds, minutes };
      await requireContact(tx, contactOf(connection, plan));
      const icebreaker = await tx.lock(Icebreaker, id);
      const { status, scheduledFor } = icebreaker;
      const expected = status === 'SCHEDULED' ? icebreaker.peopleWith(connection) : [];
      icebreaker.schedule(plan, now);
      await requireFree(tx, icebreaker.neededWith(connection), plan, { connectionId, despiteOverlap: input.despiteOverlap });
      await agendaOfIcebreaker(tx, icebreaker);
      tellOfAppointment(tx, icebreaker, connection);
      const coming = icebreaker.peopleWith(connection);
      tellThatItIsOff(tx, { scheduledFor }, expected.filter((person) => !coming.includes(person)));
      await keepDeadlines(tx, connectionId, now);
      tx.emit(MeetingScheduledV1, { meetingId: id as string as Id<'IntroductoryMeeting'>, connectionId, kind: 'ICEBREAKER', scheduledFor: input.scheduledFor.toString() });
      return id;
    });
  }
}
