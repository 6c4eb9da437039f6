import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { isProhibited } from '../contact/prohibited.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { Icebreaker } from './icebreaker.entity.ts';
import { sayCancelled, tellThatItIsOff } from './tell-of-icebreaker.ts';

@InputType()
export class CancelIcebreakerInput {
  @Field(() => UUID)
  icebreakerId!: Id<'Icebreaker'>;
}

/** Calls the appointment off. The icebreaker stays due, as far as it is possible, and can be planned anew. */
@Injectable()
export class CancelIcebreaker {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ icebreakerId }: CancelIcebreakerInput): Promise<Id<'Icebreaker'>> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const { id, connectionId } = await getOnConnection(tx, Icebreaker, icebreakerId, Role.CASEWORKER, Role.COORDINATOR);
      const connection = await tx.get(FamilyConnection, connectionId);
      const mayNotMeet = await isProhibited(tx, connection, 'IN_PERSON', now); // the ledger before the icebreaker, as everywhere
      const icebreaker = await tx.lock(Icebreaker, id);
      icebreaker.cancel();
      if (mayNotMeet) icebreaker.suspend(now);
      tellThatItIsOff(tx, icebreaker, icebreaker.peopleWith(connection));
      sayCancelled(tx, icebreaker, now);
      await keepDeadlines(tx, connectionId, now);
      return id;
    });
  }
}
