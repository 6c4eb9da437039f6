import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { AskLedger, IdempotencyKey, Instant, LocalDate, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { earliestStay } from '../projections/earliest-stay.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { FamilyDecision } from './family-decision.entity.ts';
import { WithoutParent } from './family-meeting.entity.ts';
import { keptMeeting } from './in-meeting.ts';

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

/** It took place, and decided who does what by when: each finds their own on their list. */
@Injectable()
export class HoldFamilyMeeting {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly ledger: AskLedger,
  ) {}

  run(input: HoldFamilyMeetingInput): Promise<Id<'FamilyMeeting'>> {
    return this.db.once(input, async (tx) => {
      const { planned, lock } = await keptMeeting(tx, input.meetingId);
      await this.ledger.requireContact(tx, planned.contactOfThoseWhoCame(input.heldAt, input.cameIds));
      const now = this.clock.now();
      const from = await earliestStay(tx, await tx.get(FamilyConnection, planned.connectionId));
      const meeting = await lock();
      meeting.hold(input, { decides: input.decisions.length > 0, from, now });
      for (const decision of input.decisions) tx.add(FamilyDecision.of(meeting, input.heldAt, decision, tx.context.county.timeZone));
      await keepDeadlines(tx, meeting.connectionId, now);
      return meeting.id;
    });
  }
}
