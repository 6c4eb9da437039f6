import { Clock, forbidden, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { lockOwnReferral } from './own-referral.ts';

@InputType()
export class AcceptReferralInput {
  @Field(() => UUID)
  referralId!: Id<'ResourceReferral'>;
}

/** The person wants the service: nobody else can say so for them. */
@Injectable()
export class AcceptReferral {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ referralId }: AcceptReferralInput): Promise<Id<'ResourceReferral'>> {
    return this.db.transact(async (tx) => {
      const referral = await lockOwnReferral(tx, referralId);
      if (referral.personId !== tx.context.actor.person) throw forbidden('Only the person whom it is for can accept it.');
      referral.accept(this.clock.now());
      return referral.id;
    });
  }
}
