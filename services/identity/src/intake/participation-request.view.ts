import type { Id, Temporal } from '@fc/domain-kernel';
import { Instant, pageOf, UUID } from '@fc/subgraph';
import type { Row } from '@fc/tenancy';
import { Directive, Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DeclineReason, ParticipationSide, ParticipationStatus, type ParticipationRequest } from './participation-request.entity.ts';

registerEnumType(ParticipationStatus, { name: 'ParticipationStatus', description: 'NEW, then IN_REVIEW, then ACCEPTED or DECLINED; WITHDRAWN at any time before that.' });
registerEnumType(DeclineReason, {
  name: 'ParticipationDeclineReason',
  description: 'In words that the family may read. NOT_POSSIBLE_AT_PRESENT stands for whatever may not be told: please ask the program. CHANGED_THEIR_MIND: the family said so to the coordinator.',
});
registerEnumType(ParticipationSide, { name: 'ParticipationSide', description: 'As whom a family takes part.' });

@ObjectType('ParticipationRequest', { description: 'A family would like to take part, or to know more first. For the person, whoever asked for them, and coordinators; a partner organisation reads of its own how far they have come.' })
@Directive('@key(fields: "id", resolvable: false)')
export class ParticipationRequestView {
  @Field(() => UUID)
  id!: Id<'ParticipationRequest'>;

  @Field(() => UUID)
  personId!: Id<'Person'>;

  @Field(() => ParticipationSide)
  as!: `${ParticipationSide}`;

  @Field(() => String, { description: 'BCP 47.' })
  preferredLanguage!: string;

  @Field(() => String, { nullable: true })
  message!: string | null;

  @Field(() => ParticipationStatus)
  status!: `${ParticipationStatus}`;

  @Field(() => Instant)
  requestedAt!: Temporal.Instant;

  @Field(() => UUID, { nullable: true, description: 'The coordinator who looks into it; empty while it waits.' })
  takenUpBy!: Id<'Person'> | null;

  @Field(() => Instant, { nullable: true })
  takenUpAt!: Temporal.Instant | null;

  @Field(() => Instant, { nullable: true, description: 'When it was decided or withdrawn; empty until then.' })
  closedAt!: Temporal.Instant | null;

  @Field(() => DeclineReason, { nullable: true, description: 'Of a declined request. For the person, whoever asked for them, coordinators and program supervisors; no partner organisation reads it.' })
  declineReason!: `${DeclineReason}` | null;

  @Field(() => String, { nullable: true, description: 'The partner organisation that asked for them; empty where a person asked, or the family on the public site.' })
  organisation!: string | null;

  static from(request: Row<ParticipationRequest>, organisation: string | null): ParticipationRequestView {
    const { id, personId, as, preferredLanguage, message, status, requestedAt, takenUpBy = null, takenUpAt = null, closedAt, declineReason = null } = request;
    return Object.assign(new ParticipationRequestView(), { id, personId, as, preferredLanguage, message, status, requestedAt, takenUpBy, takenUpAt, closedAt, declineReason, organisation });
  }
}

@ObjectType()
export class ParticipationRequestPage extends pageOf(ParticipationRequestView) {}
