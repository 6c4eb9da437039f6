import { ReferralClosedV1 } from '@fc/contracts';
import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockOwnReferral } from './own-referral.ts';
import { ReferralOutcome } from './resource-referral.entity.ts';

@InputType()
export class CloseReferralInput {
  @Field(() => UUID)
  referralId!: Id<'ResourceReferral'>;

  @Field(() => ReferralOutcome)
  outcome!: ReferralOutcome;
}

/** Says how the referral ended. */
@Injectable()
export class CloseReferral {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ referralId, outcome }: CloseReferralInput): Promise<Id<'ResourceReferral'>> {
    return this.db.transact(async (tx) => {
      const referral = await lockOwnReferral(tx, referralId);
      const now = this.clock.now();
      referral.close(outcome, now);
      tx.emit(ReferralClosedV1, { referralId: referral.id, personId: referral.personId, outcome, closedAt: now.toString() });
      return referral.id;
    });
  }
}
