import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { ownShare } from './own-share.ts';
import { ProgressShare } from './progress-share.entity.ts';

@InputType()
export class WithdrawProgressInput {
  @Field(() => UUID)
  shareId!: Id<'ProgressShare'>;
}

/** The parent takes back what they told, for good and at any time: its words are destroyed. */
@Injectable()
export class WithdrawProgress {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ shareId }: WithdrawProgressInput): Promise<boolean> {
    return this.db.transact(async (tx) => {
      await ownShare(tx, shareId);
      (await tx.lock(ProgressShare, shareId)).withdraw(this.clock.now());
      return true;
    });
  }
}
