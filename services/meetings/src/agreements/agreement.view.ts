import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, LocalDate, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ConnectionSide } from '../projections/connection-side.ts';
import type { RelationshipAgreement } from './relationship-agreement.entity.ts';
import type { SharedStatement } from './shared-statement.entity.ts';

@ObjectType('RegularTalk')
export class RegularTalkView {
  @Field(() => Int, { description: '1 is Monday, 7 is Sunday.' })
  weekday!: number;

  @Field(() => String, { description: 'HH:MM, on the clocks of the county.' })
  time!: string;
}

@ObjectType('RelationshipAgreement', { description: 'What two families want to hold to with each other. It is voluntary and nobody signs it. For the two families alone.' })
export class RelationshipAgreementView {
  @Field(() => UUID)
  id!: Id<'RelationshipAgreement'>;

  @Field(() => Int, { description: 'Counts from 1. The newest that both agreed on holds.' })
  revision!: number;

  @Field(() => ConnectionSide)
  proposedSide!: `${ConnectionSide}`;

  @Field(() => [String])
  points!: readonly string[];

  @Field(() => RegularTalkView, { nullable: true, description: 'A regular time to talk about how the child is; empty where they have set none.' })
  talk!: RegularTalkView | null;

  @Field(() => LocalDate, { description: 'When they look at it again.' })
  reviewOn!: Temporal.PlainDate;

  @Field(() => Instant, { nullable: true, description: 'Empty while it is only proposed.' })
  agreedAt!: Temporal.Instant | null;

  static from({ id, revision, proposedSide, points, talkWeekday: weekday, talkTime: time, reviewOn, agreedAt = null }: Row<RelationshipAgreement>): RelationshipAgreementView {
    const talk = weekday && time ? { weekday, time } : null;
    return Object.assign(new RelationshipAgreementView(), { id, revision, proposedSide, points, talk, reviewOn, agreedAt });
  }
}

@ObjectType('SharedStatement', { description: 'What both families say to professionals in the same words. For the two families, and for those to whom it went.' })
export class SharedStatementView {
  @Field(() => UUID)
  id!: Id<'SharedStatement'>;

  @Field(() => String)
  text!: string;

  @Field(() => Int, { description: 'Counts the wordings from 1; an approval names the one that was read.' })
  wording!: number;

  @Field(() => UUID)
  writtenBy!: Id<'Person'>;

  @Field(() => [ConnectionSide], { description: 'Which sides have approved this wording.' })
  approvedBy!: readonly ConnectionSide[];

  @Field(() => [UUID], { description: 'To whom of those on the connection it went; empty while it has not gone to any, and of one that went to a review of the case. `statementLinks` has the others.' })
  recipientIds!: readonly Id<'Person'>[];

  @Field(() => Instant, { nullable: true })
  sentAt!: Temporal.Instant | null;

  static from({ id, text, wording, writtenBy, parentApprovedAt, householdApprovedAt, recipientIds, sentAt = null }: Row<SharedStatement>): SharedStatementView {
    const approvedBy = [...(parentApprovedAt ? [ConnectionSide.PARENT] : []), ...(householdApprovedAt ? [ConnectionSide.HOUSEHOLD] : [])];
    return Object.assign(new SharedStatementView(), { id, text, wording, writtenBy, approvedBy, recipientIds, sentAt });
  }
}
