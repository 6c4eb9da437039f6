import { PartnerScope } from '@fc/auth';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType, Int } from '@nestjs/graphql';
import { FamilyConnection } from '../connections/family-connection.entity.ts';
import { endOpenGrant, sayGrantChanged } from './grant-changes.ts';
import { PartnerGrant } from './partner-grant.entity.ts';
import { Partner } from './partner.entity.ts';

@InputType()
export class GrantPartnerAccessInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  partnerId!: Id<'Partner'>;

  @Field(() => String, { description: 'What the organisation needs it for; it reads this too.' })
  purpose!: string;

  @Field(() => String, { nullable: true, description: 'Which of its programs asks, where it has several; up to 120 characters. The organisation reads it, coordinators and program supervisors: nothing in it tells of what is confidential.' })
  program?: string | null;

  @Field(() => [PartnerScope])
  scopes!: PartnerScope[];

  @Field(() => [UUID], { description: 'The family connections that it may ask about, each as long as it is open.' })
  connectionIds!: Id<'FamilyConnection'>[];

  @Field(() => Instant, { description: 'A year away at most.' })
  until!: Temporal.Instant;

  @Field(() => Int, { defaultValue: 60 })
  requestsPerMinute!: number;

  @Field(() => Int, { defaultValue: 5_000, description: 'Fields in the answers, as the gateway counts them before it asks.' })
  costPerMinute!: number;
}

/** An organisation may ask for something from now on; what it was granted before ends. */
@Injectable()
export class GrantPartnerAccess {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: GrantPartnerAccessInput): Promise<Id<'PartnerGrant'>> {
    return this.db.once(input, async (tx) => {
      const { partnerId, purpose, program = null, scopes, connectionIds, until, requestsPerMinute, costPerMinute } = input;
      const [partner, now] = [await tx.lock(Partner, partnerId), this.clock.now()];
      for (const id of connectionIds) await tx.get(FamilyConnection, id);
      await endOpenGrant(tx, partner, now);
      const grantedBy = tx.context.actor.person as Id<'Person'>; // whoever may grant is a person
      const grant = PartnerGrant.give({ partnerId, purpose, program, scopes, connectionIds, budget: { requestsPerMinute, costPerMinute }, grantedBy, from: now, until });
      tx.add(grant);
      sayGrantChanged(tx, partner, grant);
      return grant.id;
    });
  }
}
