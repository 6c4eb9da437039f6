import { Clock, notFound, type Id } from '@fc/domain-kernel';
import { IdempotencyKey, UUID } from '@fc/subgraph';
import { CountyDb, Protection } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { isKnownTo } from '../case-assignments/on-case.ts';
import { ConfidentialFact } from '../confidential-facts/confidential-fact.entity.ts';
import { lockSurvivorOf } from '../people/survivor.ts';
import { requireLeadsSite } from './leads-site.ts';
import { ProgramSite } from './program-site.entity.ts';

@InputType()
export class EnrolAtSiteInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  siteId!: Id<'ProgramSite'>;

  @Field(() => UUID)
  personId!: Id<'Person'>;
}

@InputType()
export class EndSiteEnrolmentInput {
  @Field(() => UUID)
  enrolmentId!: Id<'ConfidentialFact'>;
}

/** A lead writes down that somebody belongs to their site, or no longer does. It is a confidential fact like any other: no event tells of it, and nobody reads it without a written consent (decision 12). */
@Injectable()
export class EnrolAtSite {
  constructor(
    private readonly db: CountyDb,
    private readonly protection: Protection,
    private readonly clock: Clock,
  ) {}

  enrol(input: EnrolAtSiteInput): Promise<Id<'ConfidentialFact'>> {
    return this.db.once(input, async (tx) => {
      await requireLeadsSite(tx, input.siteId);
      const { id: siteId, name } = await tx.get(ProgramSite, input.siteId);
      const { id: personId } = await lockSurvivorOf(tx, input.personId);
      if (!(await isKnownTo(tx, personId))) throw notFound('person');
      const fact = ConfidentialFact.atSite(await this.protection.keyFor(tx, personId), { personId, siteId, siteName: name, recordedBy: tx.context.actor.person as Id<'Person'>, recordedAt: this.clock.now() });
      tx.add(fact);
      return fact.id;
    });
  }

  end({ enrolmentId }: EndSiteEnrolmentInput): Promise<Id<'ConfidentialFact'>> {
    return this.db.transact(async (tx) => {
      const { siteId = null } = await tx.get(ConfidentialFact, enrolmentId);
      if (!siteId) throw notFound('enrolment');
      await requireLeadsSite(tx, siteId, 'enrolment');
      const fact = await tx.lock(ConfidentialFact, enrolmentId);
      fact.leaveSite(await this.protection.keyFor(tx, fact.personId), (await tx.get(ProgramSite, siteId)).name, this.clock.now());
      return enrolmentId;
    });
  }
}
