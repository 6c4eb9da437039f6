import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { endOpenGrant } from './grant-changes.ts';
import { Partner } from './partner.entity.ts';

@InputType()
export class EndPartnerGrantInput {
  @Field(() => UUID)
  partnerId!: Id<'Partner'>;
}

/** An organisation may ask nothing any more, within a second, whatever tokens it still has. */
@Injectable()
export class EndPartnerGrant {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ partnerId }: EndPartnerGrantInput): Promise<Id<'Partner'>> {
    return this.db.transact(async (tx) => {
      await endOpenGrant(tx, await tx.lock(Partner, partnerId), this.clock.now());
      return partnerId;
    });
  }
}
