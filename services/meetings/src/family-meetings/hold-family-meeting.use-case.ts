import { MeetingsNotificationRequestedV1 } from '@fc/contracts';
import { Clock, forbidden, type Id, type Temporal } from '@fc/domain-kernel';
import { AskLedger, askToTell, IdempotencyKey, Instant, LocalDate, UUID } from '@fc/subgraph';
import { CountyDb, RowNotFound, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyDecision } from './family-decision.entity.ts';
import { FamilyMeeting, WithoutParent } from './family-meeting.entity.ts';
import { inMeeting, keptMeeting } from './in-meeting.ts';

@InputType({ description: 'Who does what by when.' })
export class FamilyDecisionInput {
  @Field(() => String)
  text!: string;

  @Field(() => UUID, { description: 'Who is to do it, of those in the meeting.' })
  ownerId!: Id<'Person'>;

  @Field(() => LocalDate)
  dueOn!: Temporal.PlainDate;
}

@InputType()
export class HoldFamilyMeetingInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  meetingId!: Id<'FamilyMeeting'>;

  @Field(() => Instant)
  heldAt!: Temporal.Instant;

  @Field(() => [UUID], { description: 'Who came, of those in the meeting.' })
  cameIds!: Id<'Person'>[];

  @Field(() => [FamilyDecisionInput])
  decisions!: FamilyDecisionInput[];

  @Field(() => WithoutParent, { nullable: true, description: 'Needed where something was decided and a parent did not come. For the staff in the meeting alone.' })
  withoutParentBecause?: WithoutParent | null;
}

@InputType()
export class CancelFamilyMeetingInput {
  @Field(() => UUID)
  meetingId!: Id<'FamilyMeeting'>;
}

@InputType()
export class CompleteFamilyDecisionInput {
  @Field(() => UUID)
  decisionId!: Id<'FamilyDecision'>;
}

/** What becomes of a family meeting, and of what it decided. */
@Injectable()
export class HoldFamilyMeeting {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly ledger: AskLedger,
  ) {}

  held(input: HoldFamilyMeetingInput): Promise<Id<'FamilyMeeting'>> {
    return this.db.once(input, async (tx) => {
      const planned = await keptMeeting(tx, input.meetingId);
      await this.ledger.requireContact(tx, planned.contact(input.heldAt, input.cameIds));
      const meeting = await tx.lock(FamilyMeeting, planned.id);
      meeting.hold(input, { decides: input.decisions.length > 0, now: this.clock.now() });
      for (const decision of input.decisions) tx.add(FamilyDecision.of(meeting, input.heldAt, decision, tx.context.county.timeZone));
      return meeting.id;
    });
  }

  cancel({ meetingId }: CancelFamilyMeetingInput): Promise<Id<'FamilyMeeting'>> {
    return this.db.transact(async (tx) => {
      await keptMeeting(tx, meetingId);
      const meeting = await tx.lock(FamilyMeeting, meetingId);
      meeting.requirePlanned();
      callOff(tx, meeting);
      return meetingId;
    });
  }

  /** Answers the meeting that decided it. */
  completed({ decisionId }: CompleteFamilyDecisionInput): Promise<Id<'FamilyMeeting'>> {
    return this.db.transact(async (tx) => {
      const { meetingId } = await tx.get(FamilyDecision, decisionId);
      const { isStaff } = await inMeeting(tx, meetingId, new RowNotFound('FamilyDecision', decisionId));
      const decision = await tx.lock(FamilyDecision, decisionId);
      if (!isStaff && decision.ownerId !== actingPerson(tx)) throw forbidden('This is for whoever is to do it.');
      decision.done(this.clock.now());
      return meetingId;
    });
  }
}

/** Cancels a meeting if it is planned, and lets everybody know who was to come. */
export function callOff(tx: Transaction, meeting: FamilyMeeting): void {
  if (meeting.cancel()) tellThatItIsOff(tx, meeting);
}

/** In the same words whether it was called off or suspended. */
export function tellThatItIsOff(tx: Transaction, meeting: FamilyMeeting): void {
  askToTell(tx, MeetingsNotificationRequestedV1, meeting.people(), { template: 'APPOINTMENT_CANCELLED', at: meeting.scheduledFor, expiresAt: meeting.scheduledFor });
}
