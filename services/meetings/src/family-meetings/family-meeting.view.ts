import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, LocalDate, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { appointmentOf, AppointmentView } from '../introductory-meetings/appointment.view.ts';
import { movedAtField, MoveReason, moveReasonField } from '../scheduling/move-reason.ts';
import type { FamilyDecision } from './family-decision.entity.ts';
import { FamilyMeetingPurpose, FamilyMeetingStatus, WithoutParent, type FamilyMeeting } from './family-meeting.entity.ts';

registerEnumType(FamilyMeetingPurpose, { name: 'FamilyMeetingPurpose', description: 'ALTERNATIVES: where a return home may not be possible.' });
registerEnumType(FamilyMeetingStatus, { name: 'FamilyMeetingStatus', description: 'SUSPENDED: not possible at present.' });
registerEnumType(WithoutParent, { name: 'WithoutParent', description: 'Why a parent is not part of a decision about their child.' });

@ObjectType('FamilyDecision', { description: 'Who does what by when. For those in the meeting that decided it.' })
export class FamilyDecisionView {
  @Field(() => UUID)
  id!: Id<'FamilyDecision'>;

  @Field(() => String)
  text!: string;

  @Field(() => UUID)
  ownerId!: Id<'Person'>;

  @Field(() => LocalDate)
  dueOn!: Temporal.PlainDate;

  @Field(() => Instant, { nullable: true })
  doneAt!: Temporal.Instant | null;

  static from({ id, text, ownerId, dueOn, doneAt = null }: Row<FamilyDecision>): FamilyDecisionView {
    return Object.assign(new FamilyDecisionView(), { id, text, ownerId, dueOn, doneAt });
  }
}

@ObjectType('FamilyMeeting', { description: 'A meeting in which the people around a child plan the way home or an alternative. For those who are in it, and a program supervisor.' })
export class FamilyMeetingView extends AppointmentView {
  @Field(() => UUID)
  id!: Id<'FamilyMeeting'>;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => Int, { description: 'Counts the family meetings of the connection from 1.' })
  number!: number;

  @Field(() => FamilyMeetingPurpose)
  purpose!: `${FamilyMeetingPurpose}`;

  @Field(() => FamilyMeetingStatus)
  status!: `${FamilyMeetingStatus}`;

  @Field(() => Instant, movedAtField)
  movedAt!: Temporal.Instant | null;

  @Field(() => MoveReason, moveReasonField)
  moveReason!: `${MoveReason}` | null;

  @Field(() => [UUID], { description: 'Everybody who is in it.' })
  peopleIds!: readonly Id<'Person'>[];

  @Field(() => [UUID], { description: 'Who came; empty until it was held.' })
  cameIds!: readonly Id<'Person'>[];

  @Field(() => WithoutParent, { nullable: true, description: 'Why it was without a parent; for the staff in it alone.' })
  withoutParentBecause!: `${WithoutParent}` | null;

  @Field(() => [FamilyDecisionView])
  decisions!: readonly FamilyDecisionView[];

  /** Counts the meeting's changes, for the files that tell of it. */
  version!: number;

  static from(meeting: Row<FamilyMeeting>, decisions: readonly Row<FamilyDecision>[], isStaff: boolean): FamilyMeetingView {
    const { id, connectionId, number, purpose, status, cameIds, parentId, otherParentIds, caregiverIds, relativeIds, professionalIds, plannedBy, movedAt = null, moveReason = null, version } = meeting;
    const people = [...(parentId ? [parentId] : []), ...otherParentIds, ...caregiverIds, ...relativeIds, ...professionalIds, plannedBy];
    return Object.assign(new FamilyMeetingView(), {
      ...appointmentOf(meeting),
      ...{ id, connectionId, number, purpose, status, cameIds, movedAt, moveReason, version, peopleIds: [...new Set(people)] },
      withoutParentBecause: isStaff ? (meeting.withoutParent ?? null) : null,
      decisions: decisions.filter(({ meetingId }) => meetingId === id).map(FamilyDecisionView.from),
    });
  }
}
