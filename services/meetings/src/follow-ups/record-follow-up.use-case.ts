import { Role } from '@fc/auth';
import { FollowUpHeldV1 } from '@fc/contracts';
import { Clock, forbidden, type Id, type Temporal } from '@fc/domain-kernel';
import { IdempotencyKey, Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { ActiveMatch } from '../projections/active-match.entity.ts';
import { mentorRoleOf } from '../projections/connection-side.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { FollowUpSession } from './follow-up-session.entity.ts';

@InputType()
export class RecordFollowUpInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  followUpId!: Id<'FollowUpSession'>;

  @Field(() => Instant)
  heldAt!: Temporal.Instant;

  @Field(() => [String], { defaultValue: [], description: 'Lines of your side’s guide by their id (P2-PAR-01), or in your own words.' })
  topics!: string[];

  @Field(() => String, { nullable: true, description: 'For you, your own side and the program supervisor alone.' })
  note?: string | null;
}

/** A mentor has talked again with their own side; the next talk becomes due. */
@Injectable()
export class RecordFollowUp {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
  ) {}

  run(input: RecordFollowUpInput): Promise<Id<'FollowUpSession'>> {
    return this.db.once(input, async (tx) => {
      const { id, mentorId, matchId } = await getOnConnection(tx, FollowUpSession, input.followUpId, Role.PARENT_ALLY, Role.CAREGIVER_MENTOR);
      if (mentorId !== actingPerson(tx)) throw forbidden('This is for the mentor who holds this talk.');
      const match = await tx.lock(ActiveMatch, matchId);
      const talk = await tx.lock(FollowUpSession, id);
      talk.hold(input, this.clock.now());
      await tx.flush();
      if (!match.endedAt) tx.add(FollowUpSession.after(talk.connectionId, match, input.heldAt, tx.context.county));
      await keepDeadlines(tx, talk.connectionId, this.clock.now());
      tx.emit(FollowUpHeldV1, { followUpId: id, matchId, connectionId: talk.connectionId, mentorRole: mentorRoleOf(talk.side), heldAt: input.heldAt.toString() });
      return id;
    });
  }
}
