import { Role } from '@fc/auth';
import { ComfortCallHeldV1 } from '@fc/contracts';
import { Clock, type Id, type Temporal } from '@fc/domain-kernel';
import { AskLedger, IdempotencyKey, Instant, UUID } from '@fc/subgraph';
import { CountyDb } from '@fc/tenancy';
import { Injectable } from '@nestjs/common';
import { Field, InputType } from '@nestjs/graphql';
import { writeProfile } from '../child-profile/write-profile.ts';
import { keepDeadlines } from '../deadlines/keep-deadlines.ts';
import { actingPerson } from '../projections/acting-person.ts';
import { FamilyConnection } from '../projections/family-connection.entity.ts';
import { getOnConnection } from '../projections/on-connection.ts';
import { MissReason } from '../windows/due-window.ts';
import { sayMissed } from '../windows/say-missed.ts';
import { callSoFar } from './call-so-far.ts';
import { CallOutcome, ComfortCallAttempt } from './comfort-call-attempt.entity.ts';
import { ComfortCall } from './comfort-call.entity.ts';
import { LearnedInCallInput, learnedEntries } from './learned-in-call.ts';

@InputType()
export class RecordComfortCallAttemptInput {
  @Field(() => IdempotencyKey)
  idempotencyKey!: string;

  @Field(() => UUID)
  comfortCallId!: Id<'ComfortCall'>;

  @Field(() => CallOutcome)
  outcome!: CallOutcome;

  @Field(() => Boolean, { defaultValue: false, description: 'When the parent was not ready: the caregiver asked to call again, and the parent agreed.' })
  askedToCallAgain!: boolean;

  @Field(() => Instant)
  at!: Temporal.Instant;

  @Field(() => [LearnedInCallInput], { defaultValue: [], description: 'What the parent told of the child, when they spoke: it goes into the child’s profile as the parent’s word.' })
  learned!: LearnedInCallInput[];

  @Field(() => MissReason, { nullable: true, description: 'Needed once, by the first attempt that comes too late.' })
  missReason?: MissReason | null;
}

/** A caregiver has tried to reach the parent, or has spoken with them. */
@Injectable()
export class RecordComfortCallAttempt {
  constructor(
    private readonly db: CountyDb,
    private readonly clock: Clock,
    private readonly ledger: AskLedger,
  ) {}

  run(input: RecordComfortCallAttemptInput): Promise<Id<'ComfortCall'>> {
    return this.db.once(input, async (tx) => {
      const known = await getOnConnection(tx, ComfortCall, input.comfortCallId, Role.CAREGIVER, Role.CASEWORKER);
      const { id, connectionId, childId } = known;
      const entries = learnedEntries(input.learned, childId, input.outcome);
      const connection = await tx.get(FamilyConnection, connectionId);
      await this.ledger.requireContact(tx, connection.contact('CALL', input.at));
      const { call, soFar } = await callSoFar(tx, known, this.clock.now());
      if (call.attempt(input, soFar)) sayMissed(tx, 'COMFORT_CALL', call);
      tx.add(ComfortCallAttempt.made({ comfortCallId: id, outcome: input.outcome, mayCallAgain: input.askedToCallAgain, at: input.at, recordedBy: actingPerson(tx) }));
      await writeProfile(tx, entries, { connectionId, sourceId: connection.parentId, at: this.clock.now() });
      if (call.heldAt) {
        tx.emit(ComfortCallHeldV1, { comfortCallId: id, placementId: call.placementId, connectionId, heldAt: call.heldAt.toString(), withinWindow: call.withinWindow() });
      }
      await keepDeadlines(tx, connectionId, this.clock.now());
      return id;
    });
  }
}
