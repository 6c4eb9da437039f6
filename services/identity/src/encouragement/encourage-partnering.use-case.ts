import { Role } from '@fc/auth';
import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { FamilyConnection } from '../connections/family-connection.entity.ts';
import { Encouragement } from './encouragement.entity.ts';

@InputType()
export class EncouragePartneringInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => String, { description: 'Both families read it; up to 1,000 characters.' })
  text!: string;
}

/** The child's advocate encourages the two families to work together (R28). */
@Injectable()
export class EncouragePartnering {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: EncouragePartneringInput): Promise<Id<'Encouragement'>> {
    return this.db.once(input, async (tx) => {
      await requireOnConnection(tx, input.connectionId, Role.CASA);
      const { id } = await tx.get(FamilyConnection, input.connectionId);
      const encouragement = Encouragement.write(id, tx.context.actor.person as Id<'Person'>, input.text, this.clock.now());
      tx.add(encouragement);
      return encouragement.id;
    });
  }
}
