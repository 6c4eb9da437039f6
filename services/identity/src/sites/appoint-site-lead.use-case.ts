import { Clock, DomainError, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { Account } from '../people/account.entity.ts';
import { lockSurvivorOf } from '../people/survivor.ts';
import { ProgramSite } from './program-site.entity.ts';
import { SiteLead } from './site-lead.entity.ts';

@InputType()
export class AppointSiteLeadInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  siteId!: Id<'ProgramSite'>;

  @Field(() => UUID, { description: 'Somebody who signs in.' })
  personId!: Id<'Person'>;
}

@InputType()
export class EndSiteLeadInput {
  @Field(() => UUID)
  leadId!: Id<'SiteLead'>;
}

/** A program supervisor says who leads a site, and until when. */
@Injectable()
export class AppointSiteLead {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  appoint(input: AppointSiteLeadInput): Promise<Id<'SiteLead'>> {
    return this.db.once(input, async (tx) => {
      const { id: siteId } = await tx.get(ProgramSite, input.siteId);
      const { id: personId } = await lockSurvivorOf(tx, input.personId);
      if (!(await tx.first(Account, { personId }))) throw new DomainError('IDENTITY.NO_ACCOUNT', 'Whoever leads a site signs in. Open an account for them first.');
      const lead = SiteLead.appoint(siteId, personId, this.clock.now());
      tx.add(lead);
      return lead.id;
    });
  }

  end({ leadId }: EndSiteLeadInput): Promise<Id<'ProgramSite'>> {
    return this.db.transact(async (tx) => {
      const lead = await tx.lock(SiteLead, leadId);
      lead.end(this.clock.now());
      return lead.siteId;
    });
  }
}
