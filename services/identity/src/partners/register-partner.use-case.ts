import type { Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Partner } from './partner.entity.ts';

@InputType()
export class RegisterPartnerInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => String)
  organisation!: string;

  @Field(() => String, { description: 'The client that an operator made for it in the county’s realm: `partner-` and a name.' })
  clientId!: string;
}

/** A county's program comes to know an organisation; it may ask nothing before it has a grant. */
@Injectable()
export class RegisterPartner {
  constructor(private readonly db: CountyDb) {}

  run(input: RegisterPartnerInput): Promise<Id<'Partner'>> {
    return this.db.once(input, (tx) => {
      const partner = Partner.register(input.organisation, input.clientId);
      tx.add(partner);
      return Promise.resolve(partner.id);
    });
  }
}
