import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MeetingSupportKind, type MeetingSupport, type SupportConfirmation } from './meeting-support.entity.ts';

registerEnumType(MeetingSupportKind, { name: 'MeetingSupportKind', description: 'What somebody needs to take part in a meeting.' });

@ObjectType('SupportConfirmation')
export class SupportConfirmationView {
  @Field(() => UUID)
  meetingId!: Id<'IntroductoryMeeting'>;

  @Field(() => Instant, { description: 'For an appointment at that time; for another one it is to be confirmed again.' })
  at!: Temporal.Instant;

  @Field(() => UUID, { nullable: true, description: 'Who was to give it; empty for somebody from outside.' })
  providedById!: Id<'Person'> | null;

  @Field(() => UUID)
  confirmedBy!: Id<'Person'>;

  @Field(() => Instant)
  confirmedAt!: Temporal.Instant;

  static from({ meetingId, at, providedById = null, confirmedBy, confirmedAt }: Row<SupportConfirmation>): SupportConfirmationView {
    return Object.assign(new SupportConfirmationView(), { meetingId, at, providedById, confirmedBy, confirmedAt });
  }
}

@ObjectType('MeetingSupport', { description: 'An interpreter, child care or a way to the meetings that somebody of the two families needs. For that person, and for whoever plans the meetings; never for the other family.' })
export class MeetingSupportView {
  @Field(() => UUID)
  id!: Id<'MeetingSupport'>;

  @Field(() => MeetingSupportKind)
  kind!: `${MeetingSupportKind}`;

  @Field(() => String, { nullable: true, description: 'Of an interpreter: the language, as a BCP 47 tag.' })
  language!: string | null;

  @Field(() => UUID)
  forPersonId!: Id<'Person'>;

  @Field(() => UUID, { nullable: true, description: 'Who of the program gives it; empty while nobody is named, and where somebody from outside does.' })
  providedById!: Id<'Person'> | null;

  @Field(() => [SupportConfirmationView])
  confirmations!: readonly SupportConfirmationView[];

  static from({ id, kind, language = null, forPersonId, providedById = null }: Row<MeetingSupport>, confirmations: readonly Row<SupportConfirmation>[]): MeetingSupportView {
    return Object.assign(new MeetingSupportView(), { id, kind, language, forPersonId, providedById, confirmations: confirmations.filter(({ supportId }) => supportId === id).map(SupportConfirmationView.from) });
  }
}
