import { Clock, notFound, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ParticipationRequest } from './participation-request.entity.ts';

@InputType()
export class WithdrawParticipationRequestInput {
  @Field(() => UUID)
  requestId!: Id<'ParticipationRequest'>;
}

/** Whoever asked, or was asked for, no longer wishes to; nobody asks why. */
@Injectable()
export class WithdrawParticipationRequest {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ requestId }: WithdrawParticipationRequestInput): Promise<Id<'ParticipationRequest'>> {
    return this.db.transact(async (tx) => {
      const request = await tx.lock(ParticipationRequest, requestId);
      if (!([request.personId, request.requestedBy] as readonly (string | null)[]).includes(tx.context.actor.person)) throw notFound('participation request');
      request.withdraw(this.clock.now());
      return requestId;
    });
  }
}
