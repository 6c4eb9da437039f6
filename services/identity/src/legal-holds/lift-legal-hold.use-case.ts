import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { LegalHold } from './legal-hold.entity.ts';

@InputType()
export class LiftLegalHoldInput {
  @Field(() => UUID)
  holdId!: Id<'LegalHold'>;

  @Field(() => String, { description: 'Up to 500 characters.' })
  reason!: string;
}

/** The court or the counsel needs the records no longer. Nothing is erased by it. */
@Injectable()
export class LiftLegalHold {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ holdId, reason }: LiftLegalHoldInput): Promise<Id<'LegalHold'>> {
    return this.db.transact(async (tx) => {
      const hold = await tx.lock(LegalHold, holdId);
      hold.lift(tx.context.actor.person as Id<'Person'>, this.clock.now(), reason);
      return hold.id;
    });
  }
}
