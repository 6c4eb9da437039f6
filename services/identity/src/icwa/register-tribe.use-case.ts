import type { Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Tribe } from './tribe.entity.ts';

@InputType()
export class RegisterTribeInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => String)
  name!: string;
}

/** A tribe becomes known to this jurisdiction's program. */
@Injectable()
export class RegisterTribe {
  constructor(private readonly db: CountyDb) {}

  run(input: RegisterTribeInput): Promise<Id<'Tribe'>> {
    return this.db.once(input, (tx) => {
      const tribe = Tribe.register(input.name);
      tx.add(tribe);
      return Promise.resolve(tribe.id);
    });
  }
}
