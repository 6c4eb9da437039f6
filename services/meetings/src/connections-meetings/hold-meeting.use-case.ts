import { MeetingHeldV1, PlanAgreedV1 } from '@fc/contracts';
import { Clock, Temporal, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, requireContact, UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { CommunicationPlan } from '../communication-plan/communication-plan.entity.ts';
import { requirePlanPossible } from '../communication-plan/plan-bounds.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { startFollowUps } from '../follow-ups/start-follow-ups.ts';
import { icebreakerPurposes } from '../icebreakers/icebreaker-topic.ts';
import { Icebreaker, type IcebreakerRecord } from '../icebreakers/icebreaker.entity.ts';
import { recordHeld } from '../icebreakers/record-held.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { ConnectionChild } from '../projections/connection-child.entity.ts';
import { FamilyConnection, takeTurns } from '../projections/family-connection.entity.ts';
import { Placement } from '../projections/placement.entity.ts';
import { MissReason } from '../windows/due-window.ts';
import { sayMissed } from '../windows/say-missed.ts';
import { AgendaItem, topicsCovered } from './agenda-item.entity.ts';
import { tellIfStillToCome } from './cancel-meeting.ts';
import { ConnectionsMeeting, whoCame } from './connections-meeting.entity.ts';
import { meetingLedByActor, requireLeadsMatched } from './led-by-actor.ts';

@InputType()
export class HoldMeetingInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  meetingId!: Id<'ConnectionsMeeting'>;

  @Field(() => Instant)
  heldAt!: Temporal.Instant;

  @Field(() => [UUID], { nullable: true, description: 'Who came, of those who were to come. Left out: those whom `noteAttendance` named, or else all of them.' })
  cameIds?: Id<'Person'>[] | null;

  @Field(() => MissReason, { nullable: true, description: 'Needed when it comes after its target.' })
  missReason?: MissReason | null;
}

/** The two families have met, and have a plan. Each side talks again with its own mentor from here on. */
@Injectable()
export class HoldMeeting {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: HoldMeetingInput): Promise<Id<'ConnectionsMeeting'>> {
    return this.db.once(input, async (tx) => {
      const now = this.clock.now();
      const planned = await meetingLedByActor(tx, input.meetingId);
      const { id, connectionId, facilitatorId } = planned;
      const connection = await tx.get(FamilyConnection, connectionId);
      await requireLeadsMatched(tx, planned, connection, input.heldAt);
      await takeTurns(tx, [connectionId]); // it goes through icebreakers and talks too
      const came = input.cameIds ?? whoCame(planned, planned.peopleWith(connection));
      await requireContact(tx, planned.contactOfThoseWhoCame(connection, input.heldAt, came));
      const meeting = await tx.lock(ConnectionsMeeting, id);
      meeting.requireLedBy(actingPerson(tx));
      if (input.cameIds) meeting.noteWhoCame(input.cameIds, { by: actingPerson(tx), families: connection });
      const agenda = await tx.find(AgendaItem, { meetingId: id }, { orderBy: { order: 'asc' } });
      meeting.requireAllCame(connection);
      const [plan] = await tx.find(CommunicationPlan, { meetingId: id }, { orderBy: { revision: 'desc' }, limit: 1 });
      if (meeting.hold(input, { agenda, hasPlan: plan !== undefined, now })) sayMissed(tx, 'CONNECTIONS_MEETING', meeting);
      tellIfStillToCome(tx, meeting, connection, now);
      const placementIds = (await tx.find(ConnectionChild, { connectionId, leftAt: null })).map(({ placementId }) => placementId);
      const heldAt = input.heldAt.toString();
      tx.emit(MeetingHeldV1, { meetingId: id as string as Id<'IntroductoryMeeting'>, connectionId, kind: 'CONNECTIONS_MEETING', placementIds, heldAt });
      if (plan) {
        await requirePlanPossible(tx, connection, plan, input.heldAt); // it may be less than when the plan was made
        plan.agree(input.heldAt);
        tx.emit(PlanAgreedV1, { connectionId, planVersion: plan.revision, agreedAt: heldAt });
      }
      await startFollowUps(tx, connection, input.heldAt);
      if (facilitatorId && came.includes(facilitatorId)) await this.#countAsIcebreaker(tx, meeting, { ...input, facilitatorId, setting: meeting.setting, relativeIds: meeting.relativeIds.filter((relative) => came.includes(relative)), topics: topicsCovered(agenda) }, now);
      await keepDeadlines(tx, connectionId, now);
      return id;
    });
  }

  /** Led by both mentors and facilitated by the agency, one meeting is both, and what was talked about counts for both; for a child who came after it, an icebreaker is still to come, and one whose agenda somebody else has noted took place by itself. */
  async #countAsIcebreaker(tx: Transaction, { connectionId }: ConnectionsMeeting, record: Omit<IcebreakerRecord, 'purposes'>, now: Temporal.Instant): Promise<void> {
    const open = await tx.lockAll(Icebreaker, { connectionId, status: { $in: ['OPEN', 'SCHEDULED'] } });
    const isDueBefore = async (icebreaker: Icebreaker): Promise<boolean> =>
      Temporal.Instant.compare(icebreaker.earliest({ placement: await tx.get(Placement, icebreaker.placementId), zone: tx.context.county.timeZone }), record.heldAt) <= 0;
    const isNotedByAnother = async ({ id: meetingId }: Icebreaker): Promise<boolean> => (await tx.rows(AgendaItem, { meetingId })).some(({ coveredBy }) => coveredBy && coveredBy !== record.facilitatorId);
    for (const icebreaker of open) if ((await isDueBefore(icebreaker)) && !(await isNotedByAnother(icebreaker))) await recordHeld(tx, icebreaker, { ...record, purposes: icebreakerPurposes }, now);
  }
}
