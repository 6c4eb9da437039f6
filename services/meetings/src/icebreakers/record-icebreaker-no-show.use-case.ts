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
import { sayCancelled } from './tell-of-icebreaker.ts';

@InputType()
export class RecordIcebreakerNoShowInput {
  @Field(() => UUID)
  icebreakerId!: Id<'Icebreaker'>;
}

/** Somebody who was needed did not come. Nobody is named and nobody blamed; the icebreaker stays due, as far as it is possible, and can be planned anew. */
@Injectable()
export class RecordIcebreakerNoShow {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run({ icebreakerId }: RecordIcebreakerNoShowInput): Promise<Id<'Icebreaker'>> {
    return this.db.transact(async (tx) => {
      const now = this.clock.now();
      const { id, connectionId } = await getOnConnection(tx, Icebreaker, icebreakerId, Role.CASEWORKER, Role.COORDINATOR);
      const mayNotMeet = await isProhibited(tx, await tx.get(FamilyConnection, connectionId), 'IN_PERSON', now); // the ledger before the icebreaker, as everywhere
      const icebreaker = await tx.lock(Icebreaker, id);
      icebreaker.noShow(now);
      if (mayNotMeet) icebreaker.suspend(now);
      sayCancelled(tx, icebreaker, now);
      await keepDeadlines(tx, connectionId, now);
      return id;
    });
  }
}
