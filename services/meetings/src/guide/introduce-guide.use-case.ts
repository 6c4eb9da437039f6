import { Role } from '@fc/auth';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, requireOnConnection, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { actingPerson } from '../projections/acting-person.ts';
import { ConnectionSide } from '../projections/connection-side.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { GuideIntroduction, IntroducedThrough } from './guide-introduction.entity.ts';

@InputType()
export class IntroduceGuideInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => ConnectionSide)
  side!: ConnectionSide;

  @Field(() => IntroducedThrough)
  through!: IntroducedThrough;

  @Field(() => Instant)
  introducedAt!: Temporal.Instant;

  @Field(() => Boolean, { description: 'You have been trained in the guide and believe in partnership.' })
  trained!: boolean;
}

/** Whoever has introduced the guide to a family says so themselves. */
@Injectable()
export class IntroduceGuide {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: IntroduceGuideInput): Promise<Id<'GuideIntroduction'>> {
    const { connectionId, side, through, introducedAt, trained } = input;
    return this.db.once(input, async (tx) => {
      await tx.get(FamilyConnection, connectionId); // a coordinator is on every connection there is, and on no other
      await requireOnConnection(tx, connectionId, Role.CASEWORKER, Role.COORDINATOR, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR, Role.NAVIGATOR, Role.CASA);
      const introduction = GuideIntroduction.of({ connectionId, side, through, introducedAt, trained, introducedBy: actingPerson(tx) }, this.clock.now());
      tx.add(introduction);
      return introduction.id;
    });
  }
}
