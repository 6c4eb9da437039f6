import { Clock, type Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb, RowNotFound } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Organization } from './organization.entity.ts';
import { factsIn, OrganizationInput } from './organization.input.ts';

@InputType()
export class ChangeOrganizationInput extends OrganizationInput {
  @Field(() => UUID)
  organizationId!: Id<'Organization'>;
}

/** Says anew what the county's directory tells of an organization, or takes it out. */
@Injectable()
export class ChangeOrganization {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: ChangeOrganizationInput): Promise<Id<'Organization'>> {
    return this.db.transact(async (tx) => {
      const organization = await tx.lock(Organization, input.organizationId);
      if (organization.withdrawnAt) throw new RowNotFound('Organization', organization.id);
      organization.change(factsIn(input));
      return organization.id;
    });
  }

  withdraw(organizationId: Id<'Organization'>): Promise<Id<'Organization'>> {
    return this.db.transact(async (tx) => {
      const organization = await tx.lock(Organization, organizationId);
      organization.withdraw(this.clock.now());
      return organization.id;
    });
  }
}
