import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { ConnectionSide } from '../projections/connection-side.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { PreparationWaiver } from './preparation-waiver.entity.ts';

@InputType()
export class WaivePreparationInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => ConnectionSide)
  side!: ConnectionSide;

  @Field(() => String)
  reason!: string;
}

/** Lets one side meet without preparation. The reason is kept. */
@Injectable()
export class WaivePreparation {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: WaivePreparationInput): Promise<Id<'PreparationWaiver'>> {
    return this.db.once(input, async (tx) => {
      await requireOnConnection(tx, input.connectionId, Role.PROGRAM_SUPERVISOR);
      const { id: connectionId } = await tx.get(FamilyConnection, input.connectionId);
      const waiver = PreparationWaiver.of({ connectionId, side: input.side, reason: input.reason, waivedBy: actingPerson(tx), waivedAt: this.clock.now() });
      tx.add(waiver);
      await keepDeadlines(tx, connectionId, this.clock.now());
      return waiver.id;
    });
  }
}
