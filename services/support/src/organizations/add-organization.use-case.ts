import { Clock, type Id } from '@fc/domain-kernel';
import { IdempotencyKey } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Organization } from './organization.entity.ts';
import { factsIn, OrganizationInput } from './organization.input.ts';

@InputType()
export class AddOrganizationInput extends OrganizationInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;
}

/** Puts an organization into the county's directory. */
@Injectable()
export class AddOrganization {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: AddOrganizationInput): Promise<Id<'Organization'>> {
    return this.db.once(input, (tx) => {
      const organization = Organization.of(factsIn(input), this.clock.now());
      tx.add(organization);
      return Promise.resolve(organization.id);
    });
  }
}
