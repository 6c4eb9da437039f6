import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb, type Transaction } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Erasure } from './erasure.entity.ts';
import { requireMayErase } from './may-erase.ts';

@InputType()
export class ConfirmErasureInput {
  @Field(() => UUID)
  erasureId!: Id<'Erasure'>;
}

@InputType()
export class WithdrawErasureInput extends ConfirmErasureInput {}

/** The second person says yes, and the waiting time begins; or somebody says no after all. */
@Injectable()
export class DecideErasure {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  confirm({ erasureId }: ConfirmErasureInput): Promise<Id<'Erasure'>> {
    return this.#decide(erasureId, (erasure, { context: { actor, county } }) => erasure.confirm(actor.person as Id<'Person'>, this.clock.now(), county.settings.erasureWaitDays));
  }

  withdraw({ erasureId }: WithdrawErasureInput): Promise<Id<'Erasure'>> {
    return this.#decide(erasureId, (erasure) => erasure.withdraw());
  }

  #decide(erasureId: Id<'Erasure'>, decide: (erasure: Erasure, tx: Transaction) => void): Promise<Id<'Erasure'>> {
    return this.db.transact(async (tx) => {
      const erasure = await tx.lock(Erasure, erasureId);
      await requireMayErase(tx, erasure.personId);
      decide(erasure, tx);
      return erasureId;
    });
  }
}
