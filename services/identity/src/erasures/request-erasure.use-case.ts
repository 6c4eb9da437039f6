import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Person } from '../people/person.entity.ts';
import { Erasure } from './erasure.entity.ts';
import { requireNotErased } from './erase-person.ts';
import { requireMayErase } from './may-erase.ts';

@InputType()
export class RequestErasureInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  personId!: Id<'Person'>;
}

/** The first of two people says that a person is to be erased. */
@Injectable()
export class RequestErasure {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RequestErasureInput): Promise<Id<'Erasure'>> {
    return this.db.once(input, async (tx) => {
      const { id: personId } = await tx.get(Person, input.personId);
      await requireMayErase(tx, personId);
      await requireNotErased(tx, personId);
      const erasure = Erasure.request(personId, tx.context.actor.person as Id<'Person'>, this.clock.now());
      tx.add(erasure);
      return erasure.id;
    });
  }
}
