import type { Id } from '@fc/domain-kernel';
import { UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { takeOwnTurn } from '../projections/own-turn.ts';
import { guideMember } from './guide-member.ts';
import { GuidePace } from './guide-tick.entity.ts';
import { GuideReadiness } from './suggest.ts';

@InputType()
export class SetGuideReadinessInput {
  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => GuideReadiness)
  readiness!: GuideReadiness;
}

/** Somebody says how much they want to take on at present; nobody else learns of it. */
@Injectable()
export class SetGuideReadiness {
  constructor(private readonly db: CountyDb) {}

  run({ connectionId, readiness }: SetGuideReadinessInput): Promise<void> {
    return this.db.transact(async (tx) => {
      const { person, connection } = await guideMember(tx, connectionId);
      await takeOwnTurn(tx, { at: connection.id, person });
      const pace = await tx.firstOr(GuidePace, { connectionId: connection.id, personId: person }, () => GuidePace.of(connection.id, person, readiness));
      pace.readiness = readiness;
    });
  }
}
