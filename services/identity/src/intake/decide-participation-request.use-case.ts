import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, registerEnumType } from '@nestjs/graphql';
import { grantUnlessHeld } from '../people/holding-roles.ts';
import { DeclineReason, ParticipationRequest } from './participation-request.entity.ts';

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

  @Field(() => DeclineReason, { nullable: true, description: 'Why it is declined, with DECLINED and with nothing else. The family reads it, and whoever asked for them.' })
  reason?: DeclineReason | null;
}

/** A coordinator takes up a request, then accepts or declines it. Who is accepted holds the role of that side from then on. */
@Injectable()
export class DecideParticipationRequest {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ requestId, decision, reason = null }: DecideParticipationRequestInput): Promise<Id<'ParticipationRequest'>> {
    return this.db.transact(async (tx) => {
      if (reason && decision !== ParticipationDecision.DECLINED) throw new DomainError('IDENTITY.DECLINE_REASON_NOT_NEEDED', 'Only a request that is declined has a reason for it.');
      const request = await tx.lock(ParticipationRequest, requestId);
      const now = this.clock.now();
      switch (decision) {
        case ParticipationDecision.IN_REVIEW:
          request.takeUp(tx.context.actor.person as Id<'Person'>, now); // a coordinator is a person
          break;
        case ParticipationDecision.ACCEPTED:
          request.accept(now);
          await grantUnlessHeld(tx, request.personId, request.as, now);
          break;
        case ParticipationDecision.DECLINED:
          request.decline(reason, now);
      }
      return requestId;
    });
  }
}
