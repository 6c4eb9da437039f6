import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { grantUnlessHeld } from '../people/holding-roles.ts';
import { ParticipationRequest } from './participation-request.entity.ts';

export enum ParticipationDecision {
  IN_REVIEW = 'IN_REVIEW',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
}
registerEnumType(ParticipationDecision, { name: 'ParticipationDecision', description: 'IN_REVIEW: the coordinator takes it up. Then it is accepted or declined.' });

@InputType()
export class DecideParticipationRequestInput {
  @Field(() => UUID)
  requestId!: Id<'ParticipationRequest'>;

  @Field(() => ParticipationDecision)
  decision!: ParticipationDecision;
}

/** A coordinator takes up a request, then accepts or declines it. Who is accepted holds the role of that side from then on. */
@Injectable()
export class DecideParticipationRequest {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ requestId, decision }: DecideParticipationRequestInput): Promise<Id<'ParticipationRequest'>> {
    return this.db.transact(async (tx) => {
      const request = await tx.lock(ParticipationRequest, requestId);
      const now = this.clock.now();
      if (decision === ParticipationDecision.IN_REVIEW) request.review();
      else request.decide(decision, now);
      if (decision === ParticipationDecision.ACCEPTED) await grantUnlessHeld(tx, request.personId, request.as, now);
      return requestId;
    });
  }
}
