import { PreparationHeldV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { mentorRoleOf } from '../projections/connection-side.ts';
import { ownMatchOn } from '../projections/own-match.ts';
import { PreparationSession } from './preparation-session.entity.ts';

@InputType()
export class RecordPreparationInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  connectionId!: Id<'FamilyConnection'>;

  @Field(() => Instant)
  heldAt!: Temporal.Instant;

  @Field(() => [String], { description: 'Prompts of the guide by their id (P1-PAR-01), or in your own words.' })
  topics!: string[];

  @Field(() => String, { nullable: true, description: 'For you, your own side and the program supervisor alone.' })
  note?: string | null;
}

/** A mentor has prepared their own side for the first meeting. */
@Injectable()
export class RecordPreparation {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordPreparationInput): Promise<Id<'PreparationSession'>> {
    return this.db.once(input, async (tx) => {
      const { connection, match } = await ownMatchOn(tx, input.connectionId);
      const session = PreparationSession.held(connection.id, match, input, this.clock.now());
      tx.add(session);
      await keepDeadlines(tx, connection.id, this.clock.now());
      tx.emit(PreparationHeldV1, { preparationId: session.id, matchId: match.id, connectionId: connection.id, mentorRole: mentorRoleOf(match.side), heldAt: input.heldAt.toString() });
      return session.id;
    });
  }
}
